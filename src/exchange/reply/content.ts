/** What a printed answer says of each person: read under the answer's own grant, and sealed as any reading is. */
import { Refusal } from '../../base/index.js';
import type {
  AnsweredPerson,
  LetterFact,
  LetterOutcome,
  LetterSubject,
  Letters,
} from '../../letters/index.js';
import {
  bindItems,
  type Condition,
  calendarDay,
  disclosedItems,
  type ItemOutcome,
  type RequestDocument,
  type SubjectOutcomes,
} from '../../requests/index.js';
import { answeredRequest } from '../grant-tables.js';
import type { Drawing } from './ground.js';

type Answered = { data: { subjects: { edges: readonly { node: AnsweredPerson }[] } | null } };

/** The subjects with what is told of each of their items. */
export async function subjectsOf(drawing: Drawing): Promise<readonly LetterSubject[]> {
  const people = await peopleOf(drawing);
  // Somebody was put under protection while this was read: disclosed and not there would tell it (A-10.4c).
  const isWhole = drawing.outcomes.every(
    ({ n }) => people.has(n) || disclosedItems(drawing.outcomes, n).length === 0,
  );
  if (!isWhole) throw new Refusal('UNAVAILABLE', { retryAfter: 1 }, { cause: 'SUBJECT_ABSENT' });
  return drawing.outcomes.map((subject) =>
    subjectOf(drawing, subject, people.get(subject.n) ?? []),
  );
}

/** Each subject as the answers have him, one for each purpose that says something of him. */
async function peopleOf({
  rooms,
  file,
  document,
  officer,
}: Drawing): Promise<ReadonlyMap<number, readonly AnsweredPerson[]>> {
  const kept = file.case;
  const people = new Map<number, readonly AnsweredPerson[]>();
  if (kept.side !== 'REQUESTED') return people;
  const request = answeredRequest({ document, kept, file, now: rooms.clock.now() });
  const { language, requesting } = document;
  const question = {
    kind: 'ANSWER' as const,
    request,
    unit: requesting.unit,
    language,
    officer: officer.officer,
  };
  const answers = await rooms.answers(question);
  for (const { answer } of answers) {
    // Written by our own graph, a moment ago.
    const { data } = JSON.parse(answer) as Answered;
    for (const { node } of data.subjects?.edges ?? []) {
      const n = Number(String(node.id).split('.').at(-1));
      people.set(n, [...(people.get(n) ?? []), node]);
    }
  }
  return people;
}

function subjectOf(
  { rooms, document, conditions }: Drawing,
  { n, items }: SubjectOutcomes,
  people: readonly AnsweredPerson[],
): LetterSubject {
  const { letters, clock } = rooms;
  const now = clock.now();
  const wanted = new Set(items.map(({ item }) => item));
  const { open } = bindItems(wanted, conditions, now);
  return {
    n,
    items: items.map((one): LetterOutcome => {
      if (one.outcome !== 'DISCLOSED') return one;
      if (!open.has(one.item)) {
        const until = closedUntil(conditions, one, now);
        const day = calendarDay(until, rooms.zoneOf(document.requested.authority));
        return { ...one, facts: [letters.closedUntil(day, document.language)] };
      }
      return toldOf(letters, { one, people, document });
    }),
  };
}

const closedUntil = (
  conditions: readonly Condition[],
  { item }: ItemOutcome,
  now: number,
): number =>
  Math.max(
    now,
    ...conditions.flatMap((one) =>
      one.kind === 'CLOSED_UNTIL' && one.items.includes(item) ? [one.until] : [],
    ),
  );

interface Telling {
  readonly one: ItemOutcome & { readonly outcome: 'DISCLOSED' };
  readonly people: readonly AnsweredPerson[];
  readonly document: RequestDocument;
}

/** The item as the first purpose that opens it has it; nothing said is nothing available (A-10.4c). */
function toldOf(letters: Letters, { one, people, document }: Telling): LetterOutcome {
  const told = people.map((person) => letters.facts(one.item, person, document.language));
  const first = told.find(({ facts, image }) => facts.length > 0 || image !== undefined);
  if (first === undefined) return { item: one.item, outcome: 'NOT_AVAILABLE' };
  const facts: readonly LetterFact[] = first.facts;
  return first.image === undefined ? { ...one, facts } : { ...one, facts, image: first.image };
}
