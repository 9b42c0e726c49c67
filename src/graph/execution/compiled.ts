/**
 * The compiled way to an answer: the register writes the JSON of each person (one statement for each root field), and
 * this puts cursors, edges and pages round it. Its oracle are the resolvers: same operation, same bytes.
 */
import type { Language } from '../../base/index.js';
import type { Grant } from '../../requests/index.js';
import type {
  CompiledAsk,
  CompiledPage,
  CompiledSubject,
  FoundSubject,
  Outline,
  OutlineMember,
  ReadCompiled,
} from '../../store/index.js';
import type { Item } from '../../treaty/index.js';
import { cursorOf, subjectNumberOf } from '../cursor.js';
import { FIRST } from '../limits.js';
import { numbersIn } from '../subgraph/representation.js';
import { numberIn } from '../subject-id.js';
import { Bytes } from './bytes.js';
import { writeMember, writeObject } from './write-object.js';

export interface CompiledOptions {
  readonly outline: Outline;
  readonly grant: Grant;
  readonly readCompiled: ReadCompiled;
  readonly withheldFrom: (items: ReadonlySet<Item>) => ReadonlySet<string>;
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Told of the ticket of every page. */
  readonly admit: (ticket: string) => void;
  /** Told of every subject found, and under which response key. */
  readonly note: (key: string, found: Pick<FoundSubject, 'subject' | 'key'>) => void;
}

/** The bytes of `data`; undefined where the register has no one statement for it. Rejects as the register's readers do. */
export async function answerCompiled(options: CompiledOptions): Promise<Uint8Array | undefined> {
  const { outline, grant, note, admit } = options;
  const pages = await Promise.all(outline.map((root) => pageOf(root, options)));
  if (pages.includes(undefined)) return undefined;
  const bytes = new Bytes();
  outline.forEach((root, at) => {
    const page = pages[at] ?? null;
    if (page !== null && page.ticket !== null) admit(page.ticket);
    for (const found of page?.found ?? []) note(root.key, found);
    writeMember(bytes, root, at);
    writeRoot(bytes, root, { page, request: grant.request });
  });
  return bytes.text(outline.length === 0 ? '{}' : '}').whole();
}

async function pageOf(
  root: OutlineMember,
  { grant, readCompiled, withheldFrom, language, now }: CompiledOptions,
): Promise<CompiledPage | null | undefined> {
  if (root.typename !== undefined) return null;
  const common = { grant, withheldFrom, language, now, outlines: personsIn(root) };
  return readCompiled({ ...common, page: pageAsked(root, grant.request) });
}

function pageAsked({ field, given }: OutlineMember, request: string): CompiledAsk['page'] {
  if (field === 'person') return numbered([numberIn(String(given.id), request)]);
  if (field === '_entities') return numbered(numbersIn(given.representations, request));
  const after = afterIn(given);
  const first = typeof given.first === 'number' ? given.first : FIRST.usual;
  return { first, isAsked: (n: number) => n > after };
}

// Whoever is unknown is asked for too: it costs what a protected person costs.
function numbered(asked: readonly number[]): CompiledAsk['page'] {
  const numbers = new Set(asked);
  return { first: numbers.size, isAsked: (n) => numbers.has(n) };
}

const afterIn = ({ after }: OutlineMember['given']): number =>
  typeof after === 'string' ? (subjectNumberOf(after) ?? 0) : 0;

/** The outlines of a person under a root field, in the order in which `writeRoot` meets them. */
function personsIn(root: OutlineMember): readonly Outline[] {
  return root.field === 'person' ? [root.members] : waysIn(root).map(({ members }) => members);
}

/** The members below a root field that stand for a person. */
function waysIn({ field, members }: OutlineMember): readonly OutlineMember[] {
  if (field === '_entities') return members.filter((member) => member.field === 'person');
  return members
    .filter((member) => member.field === 'edges')
    .flatMap((edges) => edges.members.filter((member) => member.field === 'node'));
}

interface Shown {
  readonly page: CompiledPage;
  readonly request: string;
}

function writeRoot(
  bytes: Bytes,
  root: OutlineMember,
  { page, request }: { readonly page: CompiledPage | null; readonly request: string },
): void {
  if (page === null) bytes.text(JSON.stringify(root.typename));
  else if (root.field === 'person') bytes.piece(page.found[0]?.texts[0]);
  else if (root.field === '_entities') writeEntities(bytes, root, { page, request });
  else writeConnection(bytes, root, page);
}

// In the order of the representations, each as often as it was named.
function writeEntities(bytes: Bytes, root: OutlineMember, { page, request }: Shown): void {
  const ways = waysIn(root);
  const found = new Map(page.found.map((one) => [one.subject.n, one]));
  const numbers = numbersIn(root.given.representations, request);
  bytes.text('[');
  numbers.forEach((n, at) => {
    if (at > 0) bytes.text(',');
    const one = found.get(n);
    if (one === undefined) bytes.piece(null);
    else
      writeObject(bytes, root.members, (member) => {
        if (member.field === 'id') bytes.text(JSON.stringify(`${request}.${n}`));
        else bytes.piece(one.texts[ways.indexOf(member)]);
      });
  });
  bytes.text(']');
}

function writeConnection(bytes: Bytes, root: OutlineMember, page: CompiledPage): void {
  const nodes = waysIn(root);
  writeObject(bytes, root.members, (member) => {
    if (member.field === 'pageInfo') writeValues(bytes, member.members, pageInfo(root, page));
    else writeEdges(bytes, member.members, { page, nodes });
  });
}

interface Edges {
  readonly page: CompiledPage;
  readonly nodes: readonly OutlineMember[];
}

function writeEdges(bytes: Bytes, members: Outline, { page, nodes }: Edges): void {
  bytes.text('[');
  page.found.forEach((one, at) => {
    if (at > 0) bytes.text(',');
    writeObject(bytes, members, (member) => {
      if (member.field === 'cursor') bytes.text(JSON.stringify(cursorOf(one.subject.n)));
      else bytes.piece(one.texts[nodes.indexOf(member)]);
    });
  });
  bytes.text(']');
}

type Values = Readonly<Record<string, unknown>>;

function pageInfo({ given }: OutlineMember, { found, more }: CompiledPage): Values {
  const cursor = (one: CompiledSubject | undefined) =>
    one === undefined ? null : cursorOf(one.subject.n);
  return {
    hasNextPage: more,
    hasPreviousPage: afterIn(given) > 0,
    startCursor: cursor(found[0]),
    endCursor: cursor(found.at(-1)),
  };
}

function writeValues(bytes: Bytes, members: Outline, values: Values): void {
  writeObject(bytes, members, ({ field }) => bytes.text(JSON.stringify(values[field])));
}
