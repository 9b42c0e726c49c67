/** `sorgu instrument check`: everything that is missing from the file of an instrument, or contradicts, in plain words. */
import { existsSync, readFileSync } from 'node:fs';
import type { Language } from '../base/index.js';
import { instrumentFaults, KNOWN } from '../treaty/index.js';
import { instrumentWords } from '../words/index.js';
import { CommandFault, type ExitCode, type InstrumentWishes, type Voice } from './tools.js';

/** Tells every fault, one a line, with its place; 1 where there is one. Throws CommandFault. */
export function checkInstrument({ file, language }: InstrumentWishes, voice: Voice): ExitCode {
  if (!existsSync(file)) throw new CommandFault((say) => say('NO_FILE'));
  const faults = instrumentFaults(parse(readFileSync(file, 'utf8')), KNOWN);
  for (const { code, at } of faults) voice.out(`${line(code, at, language)}\n`);
  if (faults.length === 0) voice.out('OK\n');
  return faults.length === 0 ? 0 : 1;
}

type Code = ReturnType<typeof instrumentFaults>[number]['code'];

const line = (code: Code, at: string, language: Language): string =>
  `${at === '' ? '' : `${at}: `}${instrumentWords(language).FILE[code]} [${code}]`;

// What is no JSON is no instrument; what a parser says of it could quote it.
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
