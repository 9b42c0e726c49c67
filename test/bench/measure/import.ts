/** The importer against COPY of the very rows it wrote, as text made beforehand, through the same client. */
import { randomBytes } from 'node:crypto';
import { appendFileSync, createReadStream, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { systemClock, systemIds } from '../../../src/base/index.js';
import { parsePerson } from '../../../src/register/index.js';
import { addPerson } from '../../../src/store/import/person-rows.js';
import { openRows } from '../../../src/store/import/rows.js';
import { type BundledUrls, closePool, openImporter, openOwner } from '../../../src/store/index.js';
import { lines, writePeople } from '../people.js';
import type { Plan } from '../plan.js';
import type { Stage } from '../stage.js';

export interface ImportRound {
  /** Milliseconds. */
  readonly imported: number;
  readonly copied: number;
}

export interface ImportResult {
  readonly rounds: readonly ImportRound[];
  /** The register that the last round left. */
  readonly register: BundledUrls;
}

const STATEMENTS = Object.values(openRows()).map(({ statement }) => statement);

/** Imports and copies in turn, each round into fresh databases; the last import stays. */
export async function measureImport(stage: Stage, plan: Plan): Promise<ImportResult> {
  const file = join(stage.dir, 'people.ndjson');
  const texts = join(stage.dir, 'copy');
  await mkdir(texts);
  await writePeople(file, plan.people);
  writeTexts(texts, plan.people);
  const rounds: ImportRound[] = [];
  for (let round = 0; ; round += 1) {
    const name = `register_${round}`;
    const register = await stage.makeDatabase(name);
    const imported = await timed(() => importFile(register, file, plan.people));
    const copy = await stage.makeDatabase('copied');
    const copied = await timed(() => copyTexts(copy, texts));
    await stage.dropDatabase('copied');
    rounds.push({ imported, copied });
    if (rounds.length === plan.importRounds) return { rounds, register };
    await stage.dropDatabase(name);
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function importFile({ owner }: BundledUrls, file: string, people: number): Promise<void> {
  const importer = openImporter({ url: owner, clock: systemClock, ids: systemIds });
  const reject = ({ code, field }: { code: string; field?: string | undefined }) => {
    throw new Error(`the generator made a faulty line: ${code} ${field ?? ''}`);
  };
  const { loaded } = await importer.load({ lines: createReadStream(file), reject });
  if (loaded !== people) throw new Error(`${loaded} of ${people} people were loaded`);
}

const textFile = (texts: string, at: number): string => join(texts, `${at}.copy`);

/** The rows of these people as the importer writes them, a file for each table. */
function writeTexts(texts: string, count: number): void {
  const rows = openRows();
  const recordedFrom = new Date();
  const flush = () => {
    for (const [at, table] of Object.values(rows).entries()) {
      for (const piece of table.take()) appendFileSync(textFile(texts, at), piece);
    }
  };
  let recordId = 0n;
  for (const line of lines(count)) {
    const { person } = parsePerson(line.toString());
    if (person === undefined) throw new Error('the generator made a faulty line');
    recordId += 1n;
    addPerson(rows, { person, digest: randomBytes(32), recordId, recordedFrom });
    rows.subjectKey.add({ personKey: person.id, key: randomBytes(32), madeAt: recordedFrom });
    if (recordId % 1000n === 0n) flush();
  }
  flush();
}

async function copyTexts({ owner }: BundledUrls, texts: string): Promise<void> {
  const sql = openOwner(owner);
  for (const [at, statement] of STATEMENTS.entries()) {
    const file = textFile(texts, at);
    if (!existsSync(file)) continue;
    const into = await sql.unsafe(statement).writable();
    for await (const piece of createReadStream(file)) await write(into, piece);
    into.end();
    // postgres.js tells of no end; what is queued behind the COPY is answered once it is over.
    await sql`select`;
  }
  await closePool(sql);
}

function write(into: Writable, piece: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    into.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}
