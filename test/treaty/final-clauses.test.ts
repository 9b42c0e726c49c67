/** A-Final, B-Final, A-15 What the clauses say: the text that prevails where it is at hand, else an authentic one, never ours. */
import { describe, expect, it } from 'vitest';
import { clauseTexts } from '../../src/treaty/clause-text.js';
import { isClause, loadInstrument, loadInstruments } from '../../src/treaty/index.js';
import { AZ_BE_2019 } from '../../src/treaty/instruments/az-be-2019.js';
import { AZ_KZ_2019 } from '../../src/treaty/instruments/az-kz-2019.js';

const INSTRUMENTS = loadInstruments();

function textsOf(id: string) {
  const instrument = INSTRUMENTS.get(id);
  if (instrument === undefined) throw new Error(`no instrument ${id}`);
  return clauseTexts(instrument);
}

function textOf(id: string, clause: string, language: string): string | undefined {
  return textsOf(id).find((each) => each.clause === clause && each.language === language)?.text;
}

/** Every clause that a rule, an item or a purpose of the instrument names. */
function namedIn(id: string): readonly string[] {
  const instrument = INSTRUMENTS.get(id);
  if (instrument === undefined) throw new Error(`no instrument ${id}`);
  const { items, purposes, opens } = instrument;
  return [
    ...Object.values(items).flat(),
    ...[...purposes.values()].flatMap(({ clauses }) => clauses),
    ...[...opens.values()].flatMap((rules) => [...rules.values()].flat()),
  ];
}

describe('A-Final the agreement with Kazakhstan', () => {
  it('A-Final was done in three languages, of which Russian prevails', () => {
    expect(INSTRUMENTS.get('AZ-KZ-2019')).toMatchObject({
      languages: ['az', 'kk', 'ru'],
      prevailing: 'ru',
    });
  });

  it('A-Final has its Azerbaijani text alone at hand, and no text that passes for the one that prevails', () => {
    const texts = textsOf('AZ-KZ-2019');
    expect(new Set(texts.map(({ language }) => language))).toEqual(new Set(['az']));
    expect(texts.filter(({ prevails }) => prevails)).toEqual([]);
  });

  it('A-Final has every Article with all that stands in it', () => {
    const clauses = new Set<string>(textsOf('AZ-KZ-2019').map(({ clause }) => clause));
    for (let article = 1; article <= 17; article += 1) expect(clauses).toContain(String(article));
    const numbered = (article: string, last: number) =>
      Array.from({ length: last }, (_, at) => `${article}(${at + 1})`);
    for (const clause of [
      ...numbered('3(1)', 5),
      ...numbered('4(1)', 6),
      ...numbered('5(1)', 4),
      ...numbered('6', 13),
      ...numbered('7', 5),
      ...numbered('9', 5),
      ...numbered('10', 4),
      ...numbered('11', 5),
    ]) {
      expect(clauses).toContain(clause);
    }
  });

  it.each([
    ['6(1)', 'soyadı, adı, atasının adı (rus və latın yazılışında);'],
    ['6(13)', 'daktiloskopik kart (olduğu təqdirdə).'],
    ['8(2)', /sorğu olmadan təqdim edə bilər\.$/],
    ['10(3)', /30 təqvim günündən artıq olmamalıdır\.$/],
    ['15', /rus dilindən istifadə edirlər\.$/],
  ])('A-Final says in %s what the Azerbaijani text says', (clause, words) => {
    expect(textOf('AZ-KZ-2019', clause, 'az')).toEqual(
      typeof words === 'string' ? words : expect.stringMatching(words),
    );
  });

  it('A-Final says of an Article all its items, in their order', () => {
    const lines = textOf('AZ-KZ-2019', '6', 'az')?.split('\n') ?? [];
    expect(lines).toHaveLength(14);
    expect(lines.slice(1)).toEqual(
      Array.from({ length: 13 }, (_, at) => textOf('AZ-KZ-2019', `6(${at + 1})`, 'az')),
    );
  });
});

describe('B-Final the memorandum with Belgium', () => {
  it('B-Final has both texts at hand; the English one prevails and comes first', () => {
    const texts = textsOf('AZ-BE-2019');
    expect(texts[0]).toMatchObject({ language: 'en', prevails: true });
    for (const { language, prevails } of texts) expect(prevails).toBe(language === 'en');
    const clausesIn = (language: string) =>
      texts.filter((each) => each.language === language).map(({ clause }) => clause);
    expect(clausesIn('az')).toEqual(clausesIn('en'));
  });

  it('B-Final in 4(c) English says "adequate notification" where Azerbaijani speaks of relevant information', () => {
    expect(textOf('AZ-BE-2019', '4(c)', 'en')).toContain('providing adequate notification');
    expect(textOf('AZ-BE-2019', '4(c)', 'az')).toContain('müvafiq məlumatları təmin etməklə');
  });

  it('B-8b says that it is no international agreement', () => {
    expect(textOf('AZ-BE-2019', '8', 'en')).toContain(
      'does not constitute an international agreement',
    );
  });
});

describe('the texts behind the rules', () => {
  it.each(['AZ-KZ-2019', 'AZ-BE-2019'])(
    'A-Final, B-Final every clause that %s names stands in its texts',
    (id) => {
      const texts = textsOf(id);
      const standing = new Set<string>(texts.map(({ clause }) => clause));
      expect(namedIn(id).length).toBeGreaterThan(0);
      expect(namedIn(id).filter((clause) => !standing.has(clause))).toEqual([]);
      expect(texts.filter(({ clause, text }) => !isClause(clause) || text.trim() === '')).toEqual(
        [],
      );
    },
  );

  it('EU-AZ-2014 has none: it is unconfirmed, and no text is made up for it', () => {
    expect(textsOf('EU-AZ-2014')).toEqual([]);
    expect(INSTRUMENTS.get('EU-AZ-2014')?.confirmed).toBe(false);
  });

  it.each([
    [
      'a language it was not done in',
      { en: AZ_BE_2019.texts.en },
      'TEXT_NOT_OF_INSTRUMENT at texts.en',
    ],
    [
      'a clause that its text has not',
      { az: [['1', 'Bir.']] as const },
      'CLAUSE_NOT_IN_TEXT at texts.az',
    ],
    [
      'a clause twice',
      { az: [...AZ_KZ_2019.texts.az, ['6(1)', 'ad;']] as const },
      'CLAUSE_TWICE at texts.az[69]',
    ],
  ])('A-Pre an instrument does not load with a text in, or of, %s', (_, texts, fault) => {
    expect(() => loadInstrument({ ...AZ_KZ_2019, texts })).toThrow(fault);
  });
});
