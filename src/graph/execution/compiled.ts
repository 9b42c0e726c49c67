/**
 * The compiled way to an answer: the register writes the JSON of each person (one statement for each root field), and
 * this puts cursors, edges and pages round it. Its oracle are the resolvers: same operation, same bytes.
 */
import type { Language } from '../../base/index.js';
import type { Grant } from '../../requests/index.js';
import type {
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
import { numberIn } from '../subject-id.js';
import { Bytes } from './bytes.js';

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
  const { outline, note, admit } = options;
  const pages = await Promise.all(outline.map((root) => pageOf(root, options)));
  if (pages.includes(undefined)) return undefined;
  const bytes = new Bytes();
  outline.forEach((root, at) => {
    const page = pages[at] ?? null;
    if (page !== null && page.ticket !== null) admit(page.ticket);
    for (const found of page?.found ?? []) note(root.key, found);
    writeMember(bytes, root, at);
    writeRoot(bytes, root, page);
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

function pageAsked({ field, given }: OutlineMember, request: string) {
  if (field === 'person') {
    const number = numberIn(String(given.id), request);
    return { first: 1, isAsked: (n: number) => n === number };
  }
  const after = afterIn(given);
  const first = typeof given.first === 'number' ? given.first : FIRST.usual;
  return { first, isAsked: (n: number) => n > after };
}

const afterIn = ({ after }: OutlineMember['given']): number =>
  typeof after === 'string' ? (subjectNumberOf(after) ?? 0) : 0;

/** The outlines of a person under a root field, in the order in which `writeRoot` meets them. */
function personsIn({ field, members }: OutlineMember): readonly Outline[] {
  if (field === 'person') return [members];
  return nodesIn(members).map((node) => node.members);
}

const nodesIn = (members: Outline): readonly OutlineMember[] =>
  members
    .filter(({ field }) => field === 'edges')
    .flatMap((edges) => edges.members.filter(({ field }) => field === 'node'));

// The comma or brace before a member, and its key.
function writeMember(bytes: Bytes, { key }: OutlineMember, at: number): void {
  bytes.text(`${at === 0 ? '{' : ','}"${key}":`);
}

function writeRoot(bytes: Bytes, root: OutlineMember, page: CompiledPage | null): void {
  if (page === null) bytes.text(JSON.stringify(root.typename));
  else if (root.field === 'person') bytes.piece(page.found[0]?.texts[0]);
  else writeConnection(bytes, root, page);
}

function writeConnection(bytes: Bytes, root: OutlineMember, page: CompiledPage): void {
  const nodes = nodesIn(root.members);
  writeObject(bytes, root.members, (member) => {
    if (member.field === 'pageInfo') writeValues(bytes, member.members, pageInfo(root, page));
    else writeEdges(bytes, member.members, { page, nodes });
  });
}

interface Shown {
  readonly page: CompiledPage;
  readonly nodes: readonly OutlineMember[];
}

function writeEdges(bytes: Bytes, members: Outline, { page, nodes }: Shown): void {
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

function writeObject(bytes: Bytes, members: Outline, write: (member: OutlineMember) => void): void {
  members.forEach((member, at) => {
    writeMember(bytes, member, at);
    if (member.typename === undefined) write(member);
    else bytes.text(JSON.stringify(member.typename));
  });
  bytes.text(members.length === 0 ? '{}' : '}');
}
