/** Prints what the scanner makes of the corpus of reports: `npm run corpus:reports`. */
import { KINDS, overall, scoreCorpus } from './scan-corpus.js';

const scores = scoreCorpus();
const part = (of: number, all: number): string => (all === 0 ? '-' : (of / all).toFixed(4));
for (const { kind, language, planted, found, told, right } of scores) {
  process.stdout.write(
    `${kind} ${language}: recall ${part(found, planted)} (${found} of ${planted}), precision ${part(right, told)} (${right} of ${told})\n`,
  );
}
for (const kind of KINDS) {
  const { recall, precision, planted } = overall(scores, kind);
  process.stdout.write(
    `${kind}: recall ${recall.toFixed(4)} of ${planted}, precision ${precision.toFixed(4)}\n`,
  );
}
