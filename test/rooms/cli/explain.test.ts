/** A-Final `sorgu explain`: a line for each coordinate as programs read it, and beside it what the clauses named say. */
import { expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/base/index.js';
import { explainBy } from '../../../src/main-explain.js';
import { loadInstruments, shownTexts } from '../../../src/treaty/index.js';
import { clauseWords, pageWords, standingOfTexts } from '../../../src/words/index.js';
import { listen } from './desk.js';

const CONFIG = {
  authority: 'AZ-SMS',
  instruments: new Map(),
  database: { app: null, ledger: null, exchange: null, owner: null },
} as const;
const QUERY =
  '{ subjects(first: 1) { edges { node { nameCyrillic { surname } nameLatin { surname } } } } }';

async function explain(purpose: string, language: Language = 'en') {
  const voice = { ...listen(), language };
  expect(await explainBy(CONFIG, { operation: QUERY, purpose }, voice)).toBe(0);
  return { written: voice.written, said: voice.said.join('\n') };
}

const times = (text: string, part: string) => text.split(part).length - 1;

test.each(LANGUAGES)('A-Final says in %s which text of the clauses is shown', async (language) => {
  const { written, said } = await explain('IDENTITY_ESTABLISHMENT', language);
  const say = clauseWords(language);
  const standing = {
    ...{ instrument: 'AZ-KZ-2019', language: 'az', prevailing: 'ru', confirmed: true },
  };
  expect(times(said, standingOfTexts(say, standing))).toBe(1);
  // The lines that programs read are as long as ever: what clauses say is not among them.
  expect(written.every((line) => /^AZ-KZ-2019 {2}Person\.\w+ {2}DISCLOSE {2}/.test(line))).toBe(
    true,
  );
  const [opening = ''] = pageWords(language)('OPENED_BY', { purposes: '\n' }).split('\n');
  expect(written.every((line) => line.includes(`  ${opening}`))).toBe(true);
});

test('A-Final shows each clause that is named once, however many coordinates name it', async () => {
  const { written, said } = await explain('IDENTITY_ESTABLISHMENT');
  const named = written.flatMap((line) => line.split('  ')[3]?.split(';') ?? []);
  expect(new Set(named).size).toBeLessThan(named.length);
  const agreement = loadInstruments().get('AZ-KZ-2019');
  if (agreement === undefined) throw new Error('no agreement');
  const shown = shownTexts(agreement, named);
  expect(shown.map(({ clause }) => clause).sort()).toEqual([...new Set(named)].sort());
  for (const { clause, text } of shown) {
    const [first = ''] = text.split('\n');
    expect(times(said, `${clause}  ${first}`), clause).toBe(1);
  }
});

test('B-4d shows no text where none is at hand, and says so', async () => {
  const { said } = await explain('READMISSION');
  expect(said).toContain(clauseWords('en')('TEXT_UNCONFIRMED', { instrument: 'EU-AZ-2014' }));
});

test('B-8b names no clause of the memorandum, and shows none', async () => {
  const { said } = await explain('INTERVIEW_ARRANGEMENT');
  expect(said).toBe('');
});
