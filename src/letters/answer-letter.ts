/** The answer as a letter (Articles 9(1), 10): what became of each wanted item of each person. */
import type { Block, ComposedLetter, Row } from './blocks.js';
import { basesOf, composeLetter, requestRows } from './compose.js';
import type { AnswerLetter, LetterOutcome, LetterSubject } from './letter.js';
import { subjectTitle } from './subject-rows.js';
import { NOTHING, type Wording, wordingOf } from './wording.js';

type Disclosed = Extract<LetterOutcome, { readonly outcome: 'DISCLOSED' }>;

/** Points: a photograph about 35 by 45 mm, a ten-print card as wide as its column. */
const IMAGE_HEIGHTS: ReadonlyMap<string, number> = new Map([
  ['PHOTOGRAPH', 128],
  ['FINGERPRINT_CARD', 190],
]);
const OTHER_IMAGE = 128;

/** The letter of an answer, in the working language of the request. */
export function composeAnswer(letter: AnswerLetter): ComposedLetter {
  const { request, id, writtenAt } = letter;
  const wording = wordingOf(request.language);
  const parts = {
    title: wording.words.TITLE_ANSWER,
    id,
    from: request.requested.name,
    to: request.requesting.name,
    writtenAt,
    body: bodyOf(letter, wording),
    clauses: basesOf(request),
  };
  return composeLetter(letter, request, { wording, parts });
}

function bodyOf(letter: AnswerLetter, wording: Wording): readonly Block[] {
  const { words, fill, day } = wording;
  const { accessUntil, refusal, subjects } = letter;
  const rows: readonly Row[] = [
    ...requestRows(letter, wording),
    ...(refusal === null
      ? []
      : [{ label: words.REFUSAL_DOCUMENT, value: fill('NUMBER', { n: refusal }) }]),
    ...(accessUntil === null ? [] : [{ label: words.ACCESS_UNTIL, value: day(accessUntil) }]),
  ];
  return [
    { kind: 'ROWS', rows },
    { kind: 'HEADING', text: words.RESULTS },
    ...subjects.flatMap((subject) => subjectBlocks(letter, subject, wording)),
    ...(isProvided(letter) ? conditionBlocks(letter, wording) : []),
  ];
}

const isProvided = ({ subjects }: AnswerLetter): boolean =>
  subjects.some(({ items }) => items.some(({ outcome }) => outcome === 'DISCLOSED'));

const conditionBlocks = ({ conditions }: AnswerLetter, { words }: Wording): readonly Block[] => [
  { kind: 'HEADING', text: words.CONDITIONS },
  { kind: 'LIST', entries: [words.USE, ...conditions] },
];

function subjectBlocks(
  { request }: AnswerLetter,
  { n, items }: LetterSubject,
  wording: Wording,
): readonly Block[] {
  const asked = request.subjects.find((subject) => subject.n === n);
  const title = asked === undefined ? String(n) : subjectTitle(asked, wording);
  const head: Block = { kind: 'SUBHEADING', text: title };
  // One sentence where there is nothing at all. It knows no reason, and so cannot tell nobody found from somebody
  // who may not be named (A-10.4c).
  if (items.every(({ outcome }) => outcome === 'NOT_AVAILABLE')) {
    return [head, { kind: 'PROSE', text: wording.words.NOTHING_AVAILABLE }];
  }
  return [head, { kind: 'ROWS', rows: items.map((item) => outcomeRow(item, wording)) }];
}

function outcomeRow(outcome: LetterOutcome, wording: Wording): Row {
  const { words, name } = wording;
  const label = name('ITEM_', outcome.item);
  switch (outcome.outcome) {
    case 'DISCLOSED':
      return { label, ...disclosedValue(outcome, { label, wording }) };
    case 'REFUSED':
      return { label, value: words.REFUSED };
    case 'NOT_AVAILABLE':
      return { label, value: words.NOT_AVAILABLE };
    case 'WITHHELD_BY_POLICY':
      return { label, value: words.WITHHELD_BY_POLICY };
  }
}

function disclosedValue(
  { item, facts, image }: Disclosed,
  { label: alt, wording }: { readonly label: string; readonly wording: Wording },
): Pick<Row, 'value' | 'image'> {
  const lines = facts.map(({ label, value }) => (label === '' ? value : `${label}: ${value}`));
  if (image === undefined) return { value: lines.length === 0 ? NOTHING : lines.join('\n') };
  const height = IMAGE_HEIGHTS.get(item) ?? OTHER_IMAGE;
  const otherwise = wording.words.IMAGE_APART;
  return { value: lines.join('\n'), image: { content: image.content, height, alt, otherwise } };
}
