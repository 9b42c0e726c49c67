/** Activities and contact points of the sample (Article 7; memorandum, paragraphs 1, 3 and 5), so that whoever tries them sees some. */
import type { Ids } from '../base/index.js';
import type { ActivityChange, ActivityMove, ActivityPlan } from '../cooperation/index.js';
import type { ContactPointFact } from '../requests/index.js';
import { dayOf } from '../treaty/index.js';

const DAY = 86_400_000;

interface SampleActivity {
  readonly plan: ActivityPlan;
  readonly proposedBy: string;
  readonly agreedBy: readonly string[];
  /** What came of it, as its proposer says. */
  readonly held?: string;
}

/** One that was held, one that is agreed, and one that waits for this authority's word; each by its changes. */
export function sampleActivities(
  now: number,
  ids: Ids,
): readonly (readonly [ActivityChange, ...ActivityChange[]])[] {
  const day = (days: number) => dayOf(now + days * DAY);
  return [
    {
      plan: {
        ...({ instrument: 'AZ-BE-2019', clause: '1(c)', kind: 'TRAINING' } as const),
        authorities: ['AZ-SMS', 'BE-IO'],
        title: {
          en: 'Recognising forged travel documents',
          az: 'Saxta səyahət sənədlərinin aşkar edilməsi',
        },
        ...{ bodies: [], place: 'Baku', from: day(-30), until: day(-28), places: 14 },
      },
      ...{ proposedBy: 'BE-IO', agreedBy: ['AZ-SMS'] },
      held: 'All places were taken; the material is to be translated.',
    },
    {
      plan: {
        ...({ instrument: 'AZ-KZ-2019', clause: '7(1)', kind: 'SEMINAR' } as const),
        authorities: ['AZ-SMS', 'KZ-MIA'],
        title: {
          ru: 'Учёт трудовых мигрантов: опыт двух ведомств',
          kk: 'Еңбекші мигранттарды есепке алу: екі ведомствоның тәжірибесі',
        },
        ...{ bodies: [], place: 'Astana', from: day(21), until: day(22), places: 20 },
      },
      ...{ proposedBy: 'AZ-SMS', agreedBy: ['KZ-MIA'] },
    },
    {
      plan: {
        ...({ instrument: 'AZ-BE-2019', clause: '3(a)', kind: 'CAMPAIGN' } as const),
        authorities: ['AZ-SMS', 'BE-IO'],
        title: { en: 'What smugglers do not tell: leaflets at railway stations' },
        ...{ bodies: [], place: 'Baku, Brussels', from: day(60), until: day(90), places: null },
      },
      ...{ proposedBy: 'BE-IO', agreedBy: [] },
    },
  ].map((activity) => changesOf(activity, now - 45 * DAY, ids.uuid()));
}

function changesOf(
  { plan, proposedBy, agreedBy, held }: SampleActivity,
  at: number,
  activity: string,
): readonly [ActivityChange, ...ActivityChange[]] {
  const change = (n: number, authority: string, move: ActivityMove): ActivityChange => ({
    ...{ activity, n, at: at + n * DAY, move, cleared: null },
    by: { authority, role: 'COORDINATOR', officer: `${authority}-0301` },
  });
  const agreed = agreedBy.map((authority, i) =>
    change(2 + i, authority, { kind: 'AGREE', version: 1 }),
  );
  const told = held === undefined ? [] : [{ kind: 'HOLD', text: held } as const];
  return [
    change(1, proposedBy, { kind: 'PROPOSE', plan }),
    ...agreed,
    ...told.map((move) => ({
      ...change(2 + agreed.length, proposedBy, move),
      at: Date.parse(plan.until) + DAY,
    })),
  ];
}

/** An office of each authority; under the memorandum it is the one that looks after its carrying out too (5). */
export const SAMPLE_CONTACT_POINTS: readonly ContactPointFact[] = (
  [
    ['AZ-SMS', 'Sample department of international cooperation', 'Baku'],
    ['BE-IO', 'Sample unit for partnerships', 'Brussels'],
  ] as const
).map(([authority, name, address]) => ({
  ...({ register: 'CONTACT_POINT', id: 'cooperation', authority, name, address } as const),
  ...{ unit: 'COOPERATION', telephone: null },
  email: `cooperation@${authority.toLowerCase()}.invalid`,
  duties: ['COMMUNICATION', 'MONITORING'],
}));
