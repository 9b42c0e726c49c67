/** The matrix as a page that a lawyer reads as a diff (schema/disclosure.md). Generated; never edited by hand. */
import {
  basisOf,
  COORDINATES_OF,
  formatClauses,
  type Instrument,
  ITEMS,
  type Item,
} from '../treaty/index.js';

/** The page for these instruments, as Markdown. */
export function disclosurePage(instruments: Iterable<Instrument>): string {
  const head = [
    '# What is disclosed, for which purpose, by which clause',
    '',
    'Generated from `src/treaty/instruments` by `npm run emit`. A cell names the clauses that open the item; an empty',
    'cell is withheld. An item that an instrument does not list is withheld under every purpose of it.',
  ];
  return `${[...head, ...[...instruments].flatMap(section)].join('\n')}\n`;
}

function section(instrument: Instrument): readonly string[] {
  const { id, parties, bindingForce, confirmed, prevailing, executionDays } = instrument;
  const states = parties.map(
    ({ country, authorities }) => `${country} (${authorities.join(', ')})`,
  );
  return [
    '',
    `## ${id}`,
    '',
    `- ${sidesOf(instrument)} and competent authorities: ${states.join('; ')}`,
    `- Binding force: ${bindingForce === 'TREATY' ? 'treaty' : 'none; it is no basis for personal data'}`,
    `- Text: ${confirmed ? 'at hand' : '**unconfirmed**, production refuses it until the operator confirms it'}; prevailing: ${prevailing}`,
    `- Execution: ${executionDays === undefined ? 'no period in the data' : `within ${executionDays} calendar days of receipt`}`,
    '',
    '### Purposes',
    '',
    '| purpose | bases a request may name | stated by the authority that is | opens |',
    '|---|---|---|---|',
    ...[...instrument.purposes.values()].map(
      ({ purpose, clauses, statedBy }) =>
        `| ${purpose} | ${formatClauses(clauses)} | ${statedBy} | ${instrument.opens.get(purpose)?.size ?? 0} items |`,
    ),
    '',
    '### Matrix',
    '',
    ...matrix(instrument),
    '',
    '### Row rules',
    '',
    ...rowRules(instrument).map((rule) => `- ${rule}`),
  ];
}

/** Those of a text that creates no obligations are Participants in it, and no Parties to it. */
const sidesOf = ({ bindingForce }: Instrument): string =>
  bindingForce === 'TREATY' ? 'Parties' : 'Participants';

function matrix(instrument: Instrument): readonly string[] {
  const listed = ITEMS.filter((item) => basisOf(instrument, item).length > 0);
  const purposes = [...instrument.purposes.keys()];
  if (listed.length === 0)
    return ['This instrument opens nothing personal: every guarded coordinate is withheld.'];
  return [
    `| item | coordinates | ${purposes.join(' | ')} |`,
    `|---|---|${purposes.map(() => '---|').join('')}`,
    ...listed.map((item) => matrixRow(instrument, item)),
    '',
    `Withheld under every purpose: ${withheld(listed)}.`,
  ];
}

function matrixRow(instrument: Instrument, item: Item): string {
  const cells = [...instrument.opens.values()].map((rules) => formatClauses(rules.get(item) ?? []));
  return `| ${item} | ${COORDINATES_OF[item].join(', ')} | ${cells.join(' | ')} |`;
}

const withheld = (listed: readonly Item[]): string =>
  ITEMS.filter((item) => !listed.includes(item)).join(', ');

function rowRules(instrument: Instrument): readonly string[] {
  const { rows } = instrument;
  const sides = sidesOf(instrument);
  return [
    rows.nationalsOfPartiesOnly
      ? `Persons: nationals of the ${sides}, and persons whose nationality is not known.`
      : 'Persons: of any nationality.',
    rows.citizenships === 'OF_PARTIES'
      ? `Citizenships: those of the ${sides} only.`
      : 'Citizenships: current and previous ones of any state.',
    rows.documents === 'TRAVEL_OR_RESIDENCE'
      ? 'Documents: for going abroad or residing only.'
      : 'Documents: every identity document.',
    rows.entryBans === 'IN_FORCE'
      ? 'Entry and exit bans: those in force on the day as of which the register is read.'
      : 'Entry and exit bans: all.',
    'Liability: spent, expunged and juvenile records are never released.',
    'Children: photograph, fingerprint card and liability only after the coordinator’s own decision.',
    'Protected persons answer as persons not found; ICAO codes XXA to XXC, refugee documents, asylum bodies and reception addresses are never released.',
  ];
}
