/** `sorgu letter`: a request as the letter that is signed by hand and sent on paper (9(1)), from the document itself. */
import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import type { Language } from '../base/index.js';
import type { Letterhead, RequestLetter } from '../letters/index.js';
import { calendarDay, documentDigest, type RequestDocument, zoneOf } from '../requests/index.js';
import { authorityOf, type CountryCode } from '../treaty/index.js';
import { lineWords } from '../words/index.js';
import { faultLine, readRequestFile } from './request-file.js';
import { CommandFault, type ExitCode, type LetterWishes, type Voice } from './tools.js';

export interface LetterCommand extends LetterWishes {
  readonly draw: (letter: RequestLetter) => Uint8Array;
}

/** Writes the PDF for its writer alone, overwriting nothing; 1, each fault a line, where the document is none. */
export async function writeLetter(command: LetterCommand, voice: Voice): Promise<ExitCode> {
  const read = await readRequestFile(command.file);
  if (read.document === null) {
    for (const fault of read.faults) voice.say(faultLine(fault));
    voice.say(lineWords(voice.language)('NO_LETTER'));
    return 1;
  }
  const letter = await letterOf(read.document, command);
  await writeNew(command.out, command.draw(letter));
  voice.say(lineWords(voice.language)('LETTER_WRITTEN', { path: command.out }));
  voice.out(`${letter.digest}\n`);
  return 0;
}

async function letterOf(
  request: RequestDocument,
  { office, name, sample }: LetterCommand,
): Promise<RequestLetter> {
  const zone = zoneOf(request.requesting.authority);
  const digest = sample === undefined ? UNKNOWN : digestOf(await readSample(sample));
  return {
    request,
    letterhead: {
      columns: columnsOf(request),
      emblem: null,
      contacts: '',
      version: request.letterhead,
      digest,
    },
    day: calendarDay(Date.parse(request.writtenAt), zone),
    signature: { kind: 'BY_HAND', office, name },
    digest: documentDigest(request),
  };
}

/** What stands where the sample of the letterhead was not at hand. */
const UNKNOWN = '—';
/** The language of the state whose authority writes, beside the working language. */
const STATE_LANGUAGES: Readonly<Record<CountryCode, Language>> = { AZE: 'az', KAZ: 'kk' };

function columnsOf({ requesting, language }: RequestDocument): Letterhead['columns'] {
  const authority = authorityOf(requesting.authority);
  if (authority === undefined) return [[requesting.name]];
  const own = STATE_LANGUAGES[authority.country] ?? language;
  const working = authority.name[language];
  return own === language ? [[working]] : [[authority.name[own]], [working]];
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function readSample(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFault((say) => say('FILE_UNREADABLE', { path, code: String(error.code) }));
  });
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    const isThere = error.code === 'EEXIST';
    throw new CommandFault((say) =>
      isThere
        ? say('FILE_STANDS', { path })
        : say('FILE_NOT_MADE', { path, code: String(error.code) }),
    );
  });
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
