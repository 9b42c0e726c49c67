/** `sorgu publications list`, `release` and `withdraw`. */
import {
  entryOf,
  type PublicationDesk,
  type PublicationKeeper,
  type PublicationShelf,
  type Published,
} from '../publications/index.js';
import { lineWords, publicationWords } from '../words/index.js';
import type { ExitCode, Voice } from './tools.js';

const PAGE = 100;
const ALL = {
  ...{ first: PAGE, kind: null, language: null, instrument: null },
  ...{ changedSince: null, search: null },
};

/** Whether anything was published here, withdrawn or not. */
export const isAnythingPublished = async (shelf: PublicationShelf): Promise<boolean> =>
  (await shelf.page({ ...ALL, first: 1, before: null })).shown.length > 0;

/** Writes a line for each that is shown, the newest change first. */
export async function listPublications(
  shelf: PublicationShelf,
  { out, say, language }: Voice,
): Promise<ExitCode> {
  let before: number | null = null;
  let listed = 0;
  do {
    const page = await shelf.page({ ...ALL, before });
    for (const shown of page.shown) {
      const { title, kind } = entryOf(shown, { origin: '', language });
      out(`${shown.publication.id}\t${shown.state}\t${kind}\t${title}\n`);
    }
    listed += page.shown.length;
    before = page.more ? (page.shown.at(-1)?.serial ?? null) : null;
  } while (before !== null);
  if (listed === 0) say(lineWords(language)('NOTHING_PUBLISHED'));
  return 0;
}

/** Writes a line for each finding of those that are held back. */
export async function listHeld(
  { held }: Pick<PublicationKeeper, 'held'>,
  { out, say, language }: Voice,
): Promise<ExitCode> {
  let after: string | null = null;
  let listed = 0;
  do {
    const page = await held({ first: PAGE, after });
    for (const { publication, findings } of page.versions) {
      for (const { kind, at, from, to } of findings) {
        out(`${publication.id}\t${kind}\t${at}\t${from}-${to}\n`);
      }
    }
    listed += page.versions.length;
    after = page.more ? (page.versions.at(-1)?.publication.id ?? null) : null;
  } while (after !== null);
  if (listed === 0) say(lineWords(language)('NOTHING_HELD'));
  return 0;
}

/** Carries out a release or a withdrawal; 1 with the reasons where it is refused. */
export async function decidePublication(
  desk: PublicationDesk,
  { act, ...decision }: { readonly act: 'release' | 'withdraw'; id: string; reason: string },
  { say, language }: Voice,
): Promise<ExitCode> {
  const done: Published = await desk[act]({ ...decision, by: OPERATOR });
  const { FAULT, STATE } = publicationWords(language);
  if (done.outcome !== 'REFUSED') {
    say(`${done.version.publication.id}: ${STATE[done.version.state].toLocaleLowerCase(language)}`);
    return 0;
  }
  for (const { code } of done.faults) say(`${code}: ${FAULT[code]}`);
  return 1;
}

/** Who decided at the command line. */
const OPERATOR = 'operator';
