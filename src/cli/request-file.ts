/** The file of a request's document, as `case.document` of the API gives it: read strictly, its faults told by code and place. */
import { open } from 'node:fs/promises';
import { type Json, parseStrictJson } from '../base/index.js';
import { type RequestDocument, readRequestDocument } from '../requests/index.js';
import { CommandFault } from './tools.js';

/** A code, and the path of members it is about; empty for the whole. Nothing of the content. */
export interface FileFault {
  readonly code: string;
  readonly at: string;
}

/** Bytes: a request about the most people, every text as long as it may be, is shorter. */
const LONGEST = 16 * 1024 * 1024;

/** JSON of a file the operator names, or its one fault. Rejects where there is no such file. */
export async function readJsonFile(
  path: string,
): Promise<
  { readonly json: Json } | { readonly json: null; readonly faults: readonly FileFault[] }
> {
  const bytes = await readBytes(path);
  if (bytes === undefined) return { json: null, faults: [{ code: 'FILE_TOO_LARGE', at: '' }] };
  try {
    return { json: parseStrictJson(bytes) };
  } catch {
    return { json: null, faults: [{ code: 'JSON_MALFORMED', at: '' }] };
  }
}

/** The document, or every fault of its form. */
export async function readRequestFile(
  path: string,
): Promise<
  | { readonly document: RequestDocument }
  | { readonly document: null; readonly faults: readonly FileFault[] }
> {
  const read = await readJsonFile(path);
  return read.json === null && 'faults' in read
    ? { document: null, faults: read.faults }
    : readRequestDocument(read.json);
}

/** `WRONG_FORM at subjects[0].n` */
export const faultLine = ({ code, at }: FileFault): string =>
  at === '' ? code : `${code} at ${at}`;

async function readBytes(path: string): Promise<Uint8Array | undefined> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFault((say) => say('FILE_UNREADABLE', { path, code: String(error.code) }));
  });
  try {
    const { size } = await file.stat();
    return size > LONGEST ? undefined : await file.readFile();
  } finally {
    await file.close();
  }
}
