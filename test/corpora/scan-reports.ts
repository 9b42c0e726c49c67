/** Prints what the scanner makes of each corpus with planted texts: `npm run corpus:reports`. */
import { CORPORA, KINDS, overall, scoreCorpus } from './scan-corpus.js';

const part = (of: number, all: number): string => (all === 0 ? '-' : (of / all).toFixed(4));
for (const corpus of CORPORA) {
  const scores = scoreCorpus(corpus);
  for (const { kind, language, planted, found, told, right } of scores) {
    process.stdout.write(
      `${corpus} ${kind} ${language}: recall ${part(found, planted)} (${found} of ${planted}), precision ${part(right, told)} (${right} of ${told})\n`,
    );
  }
  for (const kind of KINDS) {
    const { recall, precision, planted } = overall(scores, kind);
    process.stdout.write(
      `${corpus} ${kind}: recall ${recall.toFixed(4)} of ${planted}, precision ${precision.toFixed(4)}\n`,
    );
  }
}
