/** What the members of an instrument say together: parties and authorities, languages, terms, items, amendments. */
import type { Authority, State } from '../authority.js';
import type { Amendment, InstrumentData } from '../instrument-data.js';
import { amended } from '../life/amended.js';
import { below, type InstrumentFaultAt, type InstrumentFaultCode } from './fault.js';
import { executionFaults, purposesFaults } from './purposes.js';
import { textFaults } from './texts.js';

type Faults = readonly InstrumentFaultAt[];

/** States and authorities that the other files give, and the instruments there are beside this one. */
export interface Known {
  readonly states: Readonly<Record<string, State>>;
  readonly authorities: Readonly<Record<string, Authority>>;
  readonly instruments: readonly string[];
}

/** What of an instrument is weighed together. */
export type Weighed = Pick<
  InstrumentData,
  | 'id'
  | 'states'
  | 'authorities'
  | 'parties'
  | 'bindingForce'
  | 'confirmed'
  | 'languages'
  | 'prevailing'
  | 'executionDays'
  | 'items'
  | 'purposes'
  | 'amendments'
  | 'texts'
  | 'publications'
  | 'reports'
  | 'cooperation'
>;

const when = (is: boolean, code: InstrumentFaultCode, at: string): Faults =>
  is ? [{ code, at }] : [];

/** Every contradiction in data whose form is sound, against what is known beside them. */
export function senseFaults(data: Weighed, known: Known): Faults {
  return [
    ...when(known.instruments.includes(data.id), 'ID_TAKEN', 'id'),
    ...given(data, known),
    ...parties(data, known),
    ...when(!data.languages.includes(data.prevailing), 'PREVAILING_NOT_OF_TEXT', 'prevailing'),
    ...term(data),
    ...ruleFaults(data),
    ...amendments(data),
    ...textFaults(data),
  ];
}

function ruleFaults({ bindingForce, items, purposes }: Weighed): Faults {
  return [
    ...Object.keys(items).flatMap((item) =>
      when(bindingForce === 'NONE', 'ITEM_WITHOUT_BINDING_FORCE', below('items', item)),
    ),
    ...purposesFaults(purposes, items, 'purposes'),
    ...executionFaults(purposes),
  ];
}

function given({ states = [], authorities = [] }: Weighed, known: Known): Faults {
  const twice = (codes: readonly string[], others: object, at: string): Faults =>
    codes.flatMap((code, i) =>
      when(codes.indexOf(code) !== i || Object.hasOwn(others, code), 'GIVEN_TWICE', below(at, i)),
    );
  return [
    ...twice(
      states.map(({ country }) => country),
      known.states,
      'states',
    ),
    ...twice(
      authorities.map(({ code }) => code),
      known.authorities,
      'authorities',
    ),
    ...states.flatMap(({ zone }, i) =>
      when(!isZone(zone), 'ZONE_UNKNOWN', below(below('states', i), 'zone')),
    ),
  ];
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function parties(data: Weighed, known: Known): Faults {
  const { states = [], authorities = [] } = data;
  const own = new Map(authorities.map((one) => [one.code, one]));
  const find = (code: string): Authority | undefined =>
    own.get(code) ?? (Object.hasOwn(known.authorities, code) ? known.authorities[code] : undefined);
  const isState = (code: string): boolean =>
    states.some(({ country }) => country === code) || Object.hasOwn(known.states, code);
  return data.parties.flatMap(({ country, authorities: competent }, i) => {
    const at = below('parties', i);
    const isTwice = data.parties.findIndex((other) => other.country === country) !== i;
    return [
      ...when(isTwice, 'PARTY_TWICE', below(at, 'country')),
      ...when(!isState(country), 'STATE_UNKNOWN', below(at, 'country')),
      ...competent.flatMap((code, n) => {
        const found = find(code);
        const here = below(below(at, 'authorities'), n);
        if (found === undefined) return when(true, 'AUTHORITY_UNKNOWN', here);
        return when(found.country !== country, 'AUTHORITY_OF_ANOTHER_STATE', here);
      }),
    ];
  });
}

// Where a text was not at hand nobody can say that it has no period.
function term({ confirmed, executionDays, purposes }: Weighed): Faults {
  const isAsked = purposes.some(
    ({ statedBy, opens }) => statedBy === 'requesting' && opens.length > 0,
  );
  return when(
    confirmed && isAsked && executionDays === undefined,
    'TERM_WITHOUT_DAYS',
    'executionDays',
  );
}

const isSame = (a: InstrumentFaultAt, b: InstrumentFaultAt): boolean =>
  a.code === b.code && a.at === b.at;

/** Each text as it will read after an amendment is judged as a text of its own; what it had before is not said again. */
function amendments(data: Weighed): Faults {
  let text: Weighed = data;
  let found = ruleFaults(text);
  return (data.amendments ?? []).flatMap((amendment, i) => {
    const at = below('amendments', i);
    const purposes = new Set(text.purposes.map(({ purpose }) => purpose));
    const unknown = (amendment.endsPurposes ?? []).flatMap((purpose, n) =>
      when(!purposes.has(purpose), 'PURPOSE_UNKNOWN', below(below(at, 'endsPurposes'), n)),
    );
    const contradictions = amendmentFaults(amendment, purposes, at);
    text = amended(text, amendment);
    const before = found;
    found = ruleFaults(text);
    const since = found.filter((one) => !before.some((old) => isSame(old, one)));
    return [
      ...unknown,
      ...contradictions,
      ...since.map(({ code, at: place }) => ({ code, at: below(at, place) })),
    ];
  });
}

/** What an amendment says twice of a purpose that stood before it: ended and kept, or in two wordings. */
function amendmentFaults(
  { purposes = [], endsPurposes = [] }: Amendment,
  before: ReadonlySet<string>,
  at: string,
): Faults {
  const names = purposes.map(({ purpose }) => purpose);
  return [
    ...names.flatMap((name, n) =>
      when(
        before.has(name) && names.indexOf(name) !== n,
        'PURPOSE_TWICE',
        below(below(below(at, 'purposes'), n), 'purpose'),
      ),
    ),
    ...endsPurposes.flatMap((name, n) =>
      when(names.includes(name), 'RULES_CONTRADICT', below(below(at, 'endsPurposes'), n)),
    ),
  ];
}
