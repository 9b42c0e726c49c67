/**
 * graphql-shield's rules, derived from the tags of the built schema: nobody writes one by hand. Each coordinate has
 * exactly one; what has none is denied. A rule reads the items of the subject that its parent stands for, so the same
 * rule answers before execution and as middleware.
 */
import type { GraphQLSchema } from 'graphql';
import type { Grant } from '../../requests/index.js';
import { ITEMS, type Item } from '../../treaty/index.js';
import { coordinatesOf, listCoordinates, type SchemaCoordinate } from '../coordinates.js';
import { type ShieldRule, shieldRules } from './shield.js';

/** Type -> field -> rule. */
export type RuleTree = Readonly<Record<string, Readonly<Record<string, ShieldRule>>>>;

/** What a rule weighs besides its parent. */
interface RuleContext {
  readonly reading: {
    readonly grant: Pick<Grant, 'instrument' | 'purpose'> | null;
    readonly cases?: { readonly isOpen: boolean };
    readonly cooperation?: { readonly isOpen: boolean };
    readonly reports?: { readonly isOpen: boolean };
    readonly life?: { readonly isOpen: boolean };
  };
}

/** What stands for one subject, or for a record of one. */
interface RuleParent {
  readonly subject?: { readonly items: ReadonlySet<Item> };
}

/** The rule of every coordinate of the schema. */
export function deriveRules(schema: GraphQLSchema): RuleTree {
  const table = coordinatesOf(schema);
  const guarded = listCoordinates(table).filter(({ item }) => item !== undefined);
  const byType = [...table].map(([type, fields]) => {
    const rules = [...fields.values()].map((here) => [here.name, ruleOf(here, guarded)] as const);
    return [type, Object.fromEntries(rules)] as const;
  });
  return Object.fromEntries(byType);
}

function ruleOf(here: SchemaCoordinate, guarded: readonly SchemaCoordinate[]): ShieldRule {
  switch (here.kind) {
    case 'guarded':
      return guardedRule(here.coordinate, itemsOnTheWay(here, guarded));
    case 'structural':
      return shieldRules.rule(here.coordinate, { cache: 'no_cache' })(
        (_parent: object, _args: object, { reading }: RuleContext) => reading.grant !== null,
      );
    // An inherited field is reached through the field that was judged.
    case 'inherited':
    case 'public':
      return shieldRules.allow;
    case 'role':
      return roleRule(here);
    case undefined:
      return shieldRules.deny;
  }
}

// The roots answer everybody, strangers with nothing: a refusal there would tell that there is something (11(1)).
function roleRule({ coordinate, type }: SchemaCoordinate): ShieldRule {
  if (type === 'Query' || type === 'Mutation') return shieldRules.allow;
  if (OF_STRANGERS.has(type)) return shieldRules.allow;
  const room = ROOM_OF.get(type) ?? 'cases';
  return shieldRules.rule(coordinate, { cache: 'no_cache' })(
    (_parent: object, _args: object, { reading }: RuleContext) => reading[room]?.isOpen === true,
  );
}

/** Types of which a stranger is handed an empty one, or none, and the partner of a grant its own. */
const OF_STRANGERS: ReadonlySet<string> = new Set([
  'CaseConnection',
  'CasePageInfo',
  'CaseAnswer',
  'CaseFault',
  'CaseLetter',
  'ProvisionPage',
  'ProvisionAnswer',
  'ProvisionContent',
  'ProvisionFaultType',
  'CustodyPage',
  'CustodyAnswer',
  'CustodyFault',
  'CustodyExport',
  'ReceivedValues',
  'AuditPage',
  'AuditStatistics',
  'AuditSample',
  'AuditText',
  'AuditDeferrals',
  'AuditDecided',
  'ActivityPage',
  'ActivityAnswer',
  'ContactPointAnswer',
  'CooperationFaultType',
  'Monitoring',
  'HeldPublicationPage',
  'PublicationAnswer',
  'PublicationFault',
  'StrategicReportPage',
  'ReportOfferPage',
  'ReportAnswer',
  'ReportFaultType',
  'InstrumentActAnswer',
  'InstrumentActFault',
  'InterviewChannel',
  'InterviewWindow',
  'ReadmissionCase',
  'NationalityEvidence',
  'ReadmissionEvent',
  'ReadmissionClock',
  'InterviewBooking',
  'ReadmissionRecord',
  'ReadmissionWarning',
  'ReadmissionAnswer',
  'ReadmissionFaultType',
]);

/** Types that also officers of partner authorities are handed, by the room that is open to them. */
const ROOM_OF: ReadonlyMap<string, 'cooperation' | 'reports' | 'life'> = new Map([
  ['Activity', 'cooperation'],
  ['ActivityTitle', 'cooperation'],
  ['ActivityBody', 'cooperation'],
  ['ActivityChange', 'cooperation'],
  ['ContactPoint', 'cooperation'],
  ['MonitoredPeriod', 'cooperation'],
  ['MonitoredFigure', 'cooperation'],
  ['MonitoredTimeliness', 'cooperation'],
  ['StrategicReport', 'reports'],
  ['ReportAttachment', 'reports'],
  ['ReportConsentView', 'reports'],
  ['ReportFinding', 'reports'],
  ['ReportOffer', 'reports'],
  ['ReportStandingView', 'reports'],
  ['InstrumentLife', 'life'],
  ['InstrumentRecord', 'life'],
  ['InstrumentDisagreement', 'life'],
  ['DisputedRule', 'life'],
  ['CostNote', 'life'],
]);

function guardedRule(coordinate: string, needed: readonly Item[]): ShieldRule {
  return shieldRules.rule(coordinate, { cache: 'no_cache' })(
    ({ subject }: RuleParent, _args: object, { reading: { grant } }: RuleContext) => {
      if (grant === null || subject === undefined || needed.length === 0) return false;
      const open = grant.instrument.opens.get(grant.purpose);
      return needed.every((item) => open?.has(item) === true && subject.items.has(item));
    },
  );
}

/** Its own item and those of every guarded field that leads to its type. */
function itemsOnTheWay(
  { type, item }: SchemaCoordinate,
  guarded: readonly SchemaCoordinate[],
): readonly Item[] {
  const ways = guarded.filter((way) => way.leadsTo === type);
  const needed = new Set([item, ...ways.map((way) => way.item)]);
  return ITEMS.filter((known) => needed.has(known));
}
