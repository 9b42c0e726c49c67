/** From what is asked of a page of subjects to the one statement that answers it. */
import { decideCoordinate } from '../../../policy/index.js';
import type { Grant, GrantSubject } from '../../../requests/index.js';
import type { Item } from '../../../treaty/index.js';
import { readerOf } from '../../wall/readers.js';
import { readName } from '../../wall/relations.js';
import { type Statement, textFor } from '../statement.js';
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
 * Compiles the outlines of a person, each a column of the statement. Subjects that hold the same items share a text; of
 * what one does not hold nothing is read for it. Undefined for a grant whose
 * subjects differ in too many ways.
 */
export function compile(outlines: readonly Outline[], compiling: Compiling): Compiled | undefined {
  const { grant, statements } = compiling;
  const standings = standingsOf(grant.subjects);
  if (standings.examples.length > STANDINGS) return undefined;
  const given = new Given();
  const draftings = standings.examples.map((subject) => draftingFor(subject, compiling, given));
  const columns = outlines.map((outline) => columnOf(outline, draftings));
  // Whom the ticket covers, each with which text is its own.
  const text =
    `select ${['f.n', ...columns].join(', ')} from granted.subject f ` +
    'join unnest({numbers}::int[], {standings}::int[]) as s(n, standing) on s.n = f.n ' +
    `join ${readName('person')} p on p.record_id = f.record_id`;
  const role = readerOf(grant.instrument.id, grant.purpose);
  return {
    statement: statements.prepare(textFor(role, text)),
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
  const known = new Map<string, number>();
  // Subjects share their sets of items: each is spelled once.
  const bySet = new Map<ReadonlySet<Item>, number>();
  const examples: GrantSubject[] = [];
  const of = new Map<GrantSubject, number>();
  for (const subject of subjects) {
    const { items } = subject;
    const spelling = bySet.has(items) ? '' : [...items].join();
    const at = bySet.get(items) ?? known.get(spelling) ?? examples.push(subject) - 1;
    bySet.set(items, at);
    known.set(spelling, at);
    of.set(subject, at);
  }
  return { examples, of };
}

function columnOf(outline: Outline, draftings: readonly Drafting[]): string {
  const texts = draftings.map((drafting) => personText(outline, drafting));
  const cases = texts.map((text, at) => `when s.standing = ${at} then ${text}`);
  return `case ${cases.join(' ')} end`;
}

function draftingFor(
  { items }: GrantSubject,
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
    isOpen: (coordinate) =>
      !withheld.has(coordinate) && decideCoordinate(standing, coordinate)?.verdict !== 'WITHHOLD',
  };
}
