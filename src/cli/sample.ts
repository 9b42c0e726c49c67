/** `sorgu sample`: invented people as import lines. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { type PersonRecord, type SampleOptions, samplePeople } from '../register/index.js';

const LINES_AT_ONCE = 200;

/** Writes the people to a stream, one JSON object a line, no faster than it takes them. */
export async function writeSample(options: SampleOptions, out: Writable): Promise<void> {
  for (const text of lineTexts(samplePeople(options))) {
    if (!out.write(text)) await once(out, 'drain');
  }
}

/** People as chunks of import lines, for an import without a file between. */
export async function* personLines(people: Iterable<PersonRecord>): AsyncGenerator<Uint8Array> {
  for (const text of lineTexts(people)) yield Buffer.from(text);
}

function* lineTexts(people: Iterable<PersonRecord>): Generator<string> {
  let lines: string[] = [];
  for (const person of people) {
    lines.push(JSON.stringify(person));
    if (lines.length < LINES_AT_ONCE) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}
