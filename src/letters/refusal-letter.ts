/**
 * The refusal as a letter (10(4)): in writing, with the grounds and the reasons. Persons of whom the same was refused
 * for the same reasons stand together; a person of whom nothing was refused is not named.
 */
import type { Block, ComposedLetter } from './blocks.js';
import { basesOf, composeLetter, requestRows } from './compose.js';
import type { LetterGround, LetterOutcome, RefusalLetter } from './letter.js';
import { subjectTitle } from './subject-rows.js';
import { type Wording, wordingOf } from './wording.js';

type Refused = Extract<LetterOutcome, { readonly outcome: 'REFUSED' }>;

/** Items refused on the same grounds for the same reasons, and the persons it was so for. */
interface Group {
  readonly subjects: readonly number[];
  readonly items: readonly string[];
  readonly grounds: readonly LetterGround[];
  readonly text: string;
}

/** The letter of a refusal, full or partial, in the working language of the request. */
export function composeRefusal(letter: RefusalLetter): ComposedLetter {
  const { request, id, writtenAt, subjects } = letter;
  const wording = wordingOf(request.language);
  const { words } = wording;
  const isFull = subjects.every(({ items }) => items.every(isRefused));
  const parts = {
    title: isFull ? words.TITLE_REFUSAL : words.TITLE_PARTIAL_REFUSAL,
    id,
    from: request.requested.name,
    to: request.requesting.name,
    writtenAt,
    body: bodyOf(letter, { isFull, wording }),
    clauses: [...basesOf(request), letter.clause],
  };
  return composeLetter(letter, request, { wording, parts });
}

function bodyOf(
  letter: RefusalLetter,
  { isFull, wording }: { readonly isFull: boolean; readonly wording: Wording },
): readonly Block[] {
  const { words } = wording;
  const groups = groupsOf(letter);
  return [
    { kind: 'ROWS', rows: requestRows(letter, wording) },
    { kind: 'PROSE', text: isFull ? words.FULL_REFUSAL : words.PARTIAL_REFUSAL },
    ...groups.flatMap((group, index): readonly Block[] => [
      {
        kind: 'HEADING',
        text: `${groups.length > 1 ? `${index + 1}. ` : ''}${words.REFUSED_PART}`,
      },
      groupRows(letter, { group, wording }),
    ]),
  ];
}

function groupRows(
  { request, clause }: RefusalLetter,
  { group, wording }: { readonly group: Group; readonly wording: Wording },
): Block {
  const { words, name, clause: written } = wording;
  const persons = request.subjects
    .filter(({ n }) => group.subjects.includes(n))
    .map((subject) => subjectTitle(subject, wording));
  const grounds = group.grounds.map((ground) => name('GROUND_', ground));
  return {
    kind: 'ROWS',
    rows: [
      { label: words.PERSONS, value: persons.join('\n') },
      {
        label: words.ITEMS_REFUSED,
        value: group.items.map((item) => name('ITEM_', item)).join('\n'),
      },
      { label: words.BASIS, value: written(clause) },
      { label: words.GROUNDS, value: grounds.join(';\n') },
      { label: words.REASONS, value: group.text },
    ],
  };
}

function groupsOf({ subjects }: RefusalLetter): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { n, items } of subjects) {
    for (const own of ownGroups(items.filter(isRefused))) {
      const key = JSON.stringify(own);
      const known = groups.get(key)?.subjects ?? [];
      groups.set(key, { ...own, subjects: [...known, n] });
    }
  }
  return [...groups.values()];
}

/** One person's refused items, by what was said of them. */
function ownGroups(items: readonly Refused[]): readonly Omit<Group, 'subjects'>[] {
  const own = new Map<string, Omit<Group, 'subjects'>>();
  for (const { item, grounds, text } of items) {
    const key = JSON.stringify([grounds, text]);
    own.set(key, { items: [...(own.get(key)?.items ?? []), item], grounds, text });
  }
  return [...own.values()];
}

const isRefused = (outcome: LetterOutcome): outcome is Refused => outcome.outcome === 'REFUSED';
