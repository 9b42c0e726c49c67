/**
 * Makes `names.tsv`: `node --import tsx test/corpora/make-names.ts`. Each row is one invented person: as the register
 * holds the name, in one script alone, and as a request states it in another. Seeded: the same rows every time.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AZERBAIJANI, KAZAKH, PUBLIC_SPELLINGS, RUSSIAN, type Spelled } from './base-names.js';
import { SPELLING_RULES } from './spelling-rules.js';

const MADE_ON = '2026-11-22';
const COUNT = 1_200;

/** Linear congruential (Numerical Recipes): not the generator of the invented register. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Form {
  readonly script: string;
  readonly source: string;
  readonly parts: readonly [surname: string, givenName: string, patronymic: string];
}

type Throw = ReturnType<typeof dice>;

const pick = <T>(list: readonly T[], roll: Throw): T => {
  const found = list[roll(list.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
};

/** The feminine of a family name, in either alphabet. */
const ofWoman = (name: string): string =>
  name.replace(/(в|ин|ын)$/u, '$1а').replace(/(ov|ev|in)$/, '$1a');

/** Every written form of one invented person of a people. */
function formsOf(people: 'KAZ' | 'AZE' | 'RUS', roll: Throw): { forms: Form[]; female: boolean } {
  const names = { KAZ: KAZAKH, AZE: AZERBAIJANI, RUS: RUSSIAN }[people];
  const female = roll(2) === 1;
  const given = pick<Spelled>(female ? names.women : names.men, roll);
  const surname = pick<Spelled>(names.surnames, roll);
  const father = pick<Spelled>(names.men, roll);
  const flect = (name: string) => (female ? ofWoman(name) : name);
  const own = { KAZ: 'kk-Cyrl', AZE: 'az-Latn', RUS: 'ru-Cyrl' }[people];
  const ending = {
    KAZ: female ? 'қызы' : 'ұлы',
    AZE: female ? ' qızı' : ' oğlu',
    RUS: '',
  }[people];
  const russian = flect(surname.russian);
  const forms: Form[] = [
    {
      script: 'ru-Cyrl',
      source: 'Russian custom',
      parts: [russian, given.russian, russianPatronymic(father.russian, { people, female, roll })],
    },
  ];
  if (people !== 'RUS') {
    forms.push({
      script: own,
      source: people === 'KAZ' ? 'Kazakh orthography' : 'Azerbaijani orthography',
      parts: [flect(surname.own), given.own, `${father.own}${ending}`],
    });
  }
  const written = forms.flatMap((form) =>
    SPELLING_RULES.filter(({ of }) => of === form.script).map(
      ({ script, source, write }): Form => ({
        script,
        source,
        parts: [write(form.parts[0]), write(form.parts[1]), write(form.parts[2])],
      }),
    ),
  );
  return { forms: [...forms, ...written], female };
}

interface FatherOf {
  readonly people: 'KAZ' | 'AZE' | 'RUS';
  readonly female: boolean;
  readonly roll: Throw;
}

function russianPatronymic(father: string, { people, female, roll }: FatherOf): string {
  if (people === 'AZE') return `${father} ${female ? 'кызы' : 'оглы'}`;
  if (people === 'KAZ' && roll(2) === 0) return `${father}${female ? 'кызы' : 'улы'}`;
  const [hard, soft] = female ? ['овна', 'евна'] : ['ович', 'евич'];
  if (/ий$/u.test(father)) return father.replace(/ий$/u, `ь${soft}`);
  if (/[йь]$/u.test(father)) return father.replace(/[йь]$/u, soft);
  if (/[аеиоуыэюяё]$/u.test(father)) return `${father}${soft}`;
  return `${father}${hard}`;
}

/** A slip of the pen: two letters change places, or one is left out, in the middle of the family name. */
function slip(name: string, roll: Throw): string {
  if (name.length < 6) return name;
  const at = 2 + roll(name.length - 4);
  if (roll(2) === 0) return name.slice(0, at) + name.slice(at + 1);
  return `${name.slice(0, at)}${name[at + 1]}${name[at]}${name.slice(at + 2)}`;
}

/** What a request states of a date of birth: mostly all of it. */
function statedBirth(birth: string, roll: Throw): string {
  const drawn = roll(100);
  if (drawn < 70) return birth;
  if (drawn < 75) return birth.slice(0, 7);
  return drawn < 90 ? birth.slice(0, 4) : '';
}

function rowOf(number: number, roll: Throw): readonly string[] {
  const people = pick(['KAZ', 'KAZ', 'AZE', 'AZE', 'RUS'] as const, roll);
  const { forms, female } = formsOf(people, roll);
  const registered = pick(forms, roll);
  const asked = pick(
    forms.filter(
      ({ script, parts }) => script !== registered.script || parts[0] !== registered.parts[0],
    ),
    roll,
  );
  const kind = roll(100) < 5 ? 'slip' : 'spelling';
  const [surname, givenName, patronymic] = asked.parts;
  const spoken = kind === 'slip' ? slip(surname, roll) : surname;
  const birth = birthOf(roll);
  return [
    `C-${String(number).padStart(4, '0')}`,
    kind,
    female ? 'FEMALE' : 'MALE',
    registered.script,
    ...registered.parts,
    birth,
    asked.script,
    spoken,
    givenName,
    roll(100) < 30 ? '' : patronymic,
    statedBirth(birth, roll),
    `${registered.source} / ${asked.source}`,
    MADE_ON,
  ];
}

function birthOf(roll: Throw): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${1945 + roll(60)}-${two(1 + roll(12))}-${two(1 + roll(28))}`;
}

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[ҹҝј]/iu, 'az-Cyrl'],
  [/[Әә]ли|[Мм]әм|Ҹ/u, 'az-Cyrl'],
  [/[қүіыңһ]/iu, 'kk-Cyrl'],
  [/[ә]/iu, 'kk-Cyrl'],
  [/[а-я]/iu, 'ru-Cyrl'],
  [/[əıİ]/u, 'az-Latn'],
];
const scriptOf = (name: string): string =>
  SCRIPTS.find(([letters]) => letters.test(name))?.[1] ?? 'und-Latn';

/** Every ordered neighbour of a list of public spellings, with a Russian given name in the script's own writing. */
function publicRows(from: number, roll: Throw): readonly (readonly string[])[] {
  const write = SPELLING_RULES.find(({ source }) => source.startsWith('BGN/PCGN 1947'))?.write;
  const rows: (readonly string[])[] = [];
  for (const spellings of PUBLIC_SPELLINGS) {
    for (const [at, surname] of spellings.entries()) {
      const asked = spellings[(at + 1) % spellings.length] ?? surname;
      const given = pick<Spelled>(RUSSIAN.men, roll).russian;
      const inScript = (name: string) =>
        /\p{Script=Cyrillic}/u.test(name) ? given : (write?.(given) ?? given);
      const birth = birthOf(roll);
      rows.push([
        `C-${String(from + rows.length).padStart(4, '0')}`,
        'public',
        'MALE',
        scriptOf(surname),
        surname,
        inScript(surname),
        '',
        birth,
        scriptOf(asked),
        asked,
        inScript(asked),
        '',
        statedBirth(birth, roll),
        'public spellings of one family name, by hand',
        MADE_ON,
      ]);
    }
  }
  return rows;
}

const HEADER = [
  'id',
  'kind',
  'sex',
  'script',
  'surname',
  'given_name',
  'patronymic',
  'date_of_birth',
  'asked_script',
  'asked_surname',
  'asked_given_name',
  'asked_patronymic',
  'asked_birth',
  'source',
  'made_on',
];

/** The whole corpus as text. */
export function corpusText(): string {
  const roll = dice(20_261_122);
  const rows = Array.from({ length: COUNT }, (_, at) => rowOf(at + 1, roll));
  const all = [HEADER, ...rows, ...publicRows(COUNT + 1, roll)];
  return `${all.map((row) => row.join('\t')).join('\n')}\n`;
}

const target = new URL('names.tsv', import.meta.url);
if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, corpusText());
