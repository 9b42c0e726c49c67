/** Reading a case in every way that there is. No mark stands here: a process that only reads knows none but those it was told. */
import type { Officer } from '../../../src/exchange/index.js';
import type { Item } from '../../../src/treaty/index.js';
import { READER } from '../../rooms/exchange/custody-stage.js';
import type { Side } from '../../rooms/exchange/stage.js';

/** What is asked for: each of these items bears a mark. */
export const MARKED_ITEMS = [
  'NAME_CYRILLIC',
  'NAME_LATIN',
  'PLACE_OF_BIRTH',
  'DOCUMENT',
  'PHOTOGRAPH',
] as const satisfies readonly Item[];

const PURPOSE = 'IDENTITY_ESTABLISHMENT';
const AUDITOR: Officer = { ...READER, role: 'AUDITOR', officer: 'KZ-MIA-0900' };
const QUERY = `{ subjects(first: 100) { edges { node {
  id nameCyrillic { surname } nameLatin { surname } placeOfBirth documents { number } photograph { content }
} } } }`;

export interface ReadableCase {
  readonly id: string;
  /** As many as its persons. */
  readonly people: readonly string[];
}

/** Everything that an officer of a side is told of a case, by each way that there is; refusals are a part of it. */
export async function readCase(side: Side, { id, people }: ReadableCase): Promise<string> {
  const scope = { subjects: people.map((_, at) => at + 1), items: MARKED_ITEMS };
  const asked = { about: id, purpose: PURPOSE, scope };
  const told = [
    await side.ask(READER, { request: id, purpose: PURPOSE }, QUERY),
    await side.desk.answer(READER, { case: id, purpose: PURPOSE }),
    await side.custody.read(READER, asked),
    await side.custody.show(AUDITOR, id),
  ];
  return told.map((one) => JSON.stringify(one)).join('\n');
}
