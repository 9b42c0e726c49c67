/** From what is asked of a page of subjects to the one statement that answers it. */
import { decideCoordinate } from '../../../policy/index.js';
import type { Grant, GrantSubject } from '../../../requests/index.js';
import type { Item } from '../../../treaty/index.js';
import { VERSION } from '../../request-version.js';
import type { Statement } from '../statement.js';
import { placedSubjectsText } from '../subjects.js';
import { Given } from './given.js';
import type { KeptStatements } from './kept-statements.js';
import type { Outline } from './outline.js';
import { type Drafting, personText } from './person-text.js';

export interface Compiling {
  readonly grant: Grant;
  /** Guarded coordinates that the verdicts withhold from who holds these items. */
  readonly withheldFrom: (items: ReadonlySet<Item>) => ReadonlySet<string>;
  readonly namesIn: Drafting['namesIn'];
  readonly statements: KeptStatements;
}

export interface Compiled {
  readonly statement: Statement;
  readonly given: Given;
  /** Which of the statement's texts is a subject's own. */
  readonly standingOf: (subject: GrantSubject) => number;
}

// A statement for a request in which each person has other items would grow with the square of the page.
const STANDINGS = 8;

/**
 * Compiles the outlines of a person, each a column of the statement. Subjects that hold the same items and the same
 * decision on a child share a text; of what one does not hold nothing is read for it. Undefined for a grant whose
 * subjects differ in too many ways.
 */
export function compile(outlines: readonly Outline[], compiling: Compiling): Compiled | undefined {
  const { grant, statements } = compiling;
  const standings = standingsOf(grant.subjects);
  if (standings.examples.length > STANDINGS) return undefined;
  const given = new Given();
  const draftings = standings.examples.map((subject) => draftingFor(subject, compiling, given));
  const columns = outlines.map((outline) => columnOf(outline, draftings));
  const text =
    `with v as materialized (select ${currency(grant)} as current), ` +
    `f as materialized (${placedSubjectsText(grant)}) ` +
    `select v.current, q.* from v left join lateral (select ${['f.n', 'f.key', ...columns].join(', ')} ` +
    'from f join register.person p on p.record_id = f.record_id where v.current) q on true';
  return {
    statement: statements.prepare(text),
    given,
    standingOf: (subject) => standings.of.get(subject) ?? -1,
  };
}

interface Standings {
  /** One subject for each of them. */
  readonly examples: readonly GrantSubject[];
  readonly of: ReadonlyMap<GrantSubject, number>;
}

/** The different ways in which subjects stand. */
function standingsOf(subjects: readonly GrantSubject[]): Standings {
  // Subjects share their sets of items: each is spelled once.
  const spelled = new Map<ReadonlySet<Item>, string>();
  const known = new Map<string, number>();
  const examples: GrantSubject[] = [];
  const of = new Map<GrantSubject, number>();
  for (const subject of subjects) {
    const { items, childItems } = subject;
    const spelling = spelled.get(items) ?? [...items].join();
    spelled.set(items, spelling);
    const at = known.get(`${childItems} ${spelling}`) ?? examples.push(subject) - 1;
    known.set(`${childItems} ${spelling}`, at);
    of.set(subject, at);
  }
  return { examples, of };
}

// Whether the request still stands as it was remembered: if not, nobody is looked for.
function currency({ version }: Grant): string {
  if (version === undefined) return 'true';
  return `coalesce((select ${VERSION} = {version} from exchange.request r where r.id = {request}::uuid), false)`;
}

// The one found beyond the page only tells that there is one.
function columnOf(outline: Outline, draftings: readonly Drafting[]): string {
  const texts = draftings.map((drafting) => personText(outline, drafting));
  const cases = texts.map(
    (text, at) => `when f.place <= {first}::int and f.standing = ${at} then ${text}`,
  );
  return `case ${cases.join(' ')} end`;
}

function draftingFor(
  { items, childItems }: GrantSubject,
  { grant, withheldFrom, namesIn }: Compiling,
  given: Given,
): Drafting {
  const { instrument, purpose, request } = grant;
  const standing = { instrument, purpose, items };
  const withheld = withheldFrom(items);
  return {
    instrument,
    request,
    given,
    namesIn,
    scope: { rows: instrument.rows, childItems },
    isOpen: (coordinate) =>
      !withheld.has(coordinate) && decideCoordinate(standing, coordinate)?.verdict !== 'WITHHOLD',
  };
}
