/** `sorgu scan`: what would hold a text or a file before it leaves. No gateway, no register; nothing found is printed. */
import { readFileSync } from 'node:fs';
import type { Language } from '../base/index.js';
import { holds } from '../reports/index.js';
import { type Finding, inspectFile, isOfType, MEDIA_TYPES } from '../scan/index.js';
import { exchangeWords } from '../words/index.js';
import { type ExitCode, UsageFault, type Voice } from './tools.js';

export interface ScanWishes {
  readonly file: string;
  readonly language: Language;
}

/** A line for each finding: place, weight, sign, and what it is; 1 where one holds the text. Throws UsageFault. */
export function scanFile({ file, language }: ScanWishes, voice: Voice): ExitCode {
  const bytes = readFileSync(file);
  const mediaType = MEDIA_TYPES.find((known) => isOfType(known, bytes));
  if (mediaType === undefined)
    throw new UsageFault((say) => say('FILE_KIND', { known: MEDIA_TYPES.join(', ') }));
  const findings = inspectFile(mediaType, bytes);
  for (const finding of findings) voice.out(`${lineOf(finding, language)}\n`);
  return findings.some(holds) ? 1 : 0;
}

function lineOf({ kind, from, to, weight, why }: Finding, language: Language): string {
  return `${from}-${to} ${kind} ${weight} ${why}: ${exchangeWords(language).FINDING[kind]}`;
}
