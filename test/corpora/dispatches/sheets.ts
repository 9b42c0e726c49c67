import { expand, plantNumber, type Scene, sceneFor } from './expand.js';
import { type Told, writeDay } from './innocent.js';
import { mark } from './marks.js';
import { nameWays } from './people.js';

/** What a table of people may have for columns; `birth` is name and day beside each other. */
const SHAPES = [
  ['no', 'name', 'day', 'state', 'outcome'],
  ['name', 'day', 'place'],
  ['no', 'day', 'name', 'outcome'],
  ['no', 'surname', 'given', 'day', 'state'],
  ['name', 'day', 'state', 'pass', 'outcome'],
] as const;
const NUMBER_SHAPES = [
  ['no', 'pass', 'state', 'outcome'],
  ['state', 'pn', 'place'],
  ['no', 'place', 'res', 'outcome'],
  ['visa', 'state', 'place', 'outcome'],
  ['name', 'day', 'pass', 'pn'],
] as const;

type Column = (typeof SHAPES | typeof NUMBER_SHAPES)[number][number];

const SEPARATORS = [' | ', '\t', ';', '   '];

/** A table of invented people; with `numbers`, of their papers above all. */
export function peopleTable(told: Told, numbers: boolean): string {
  const { chance, source } = told;
  const shape: readonly Column[] = chance.pick<readonly Column[]>(numbers ? NUMBER_SHAPES : SHAPES);
  const between = chance.pick(SEPARATORS);
  const head = shape.map((column) => source.entry('cols', column)).join(between);
  const rows = Array.from({ length: chance.int(2, 4) }, (_, at) =>
    row(sceneFor(told, ''), shape, { between, at }),
  );
  return [head, ...rows].join('\n');
}

function row(scene: Scene, shape: readonly Column[], how: { between: string; at: number }): string {
  const { chance, source, person } = scene;
  const names = person.names[source.language];
  const cells: Readonly<Record<Column, () => string>> = {
    no: () => String(how.at + 1),
    name: () => chance.pick(nameWays(person, source.language).slice(0, 4)),
    surname: () => names.surname,
    given: () => names.given,
    day: () => writeDay(source, scene.when.way, person.born),
    state: () => source.entry('state', person.state),
    outcome: () => expand(scene, '{@outcome}'),
    place: () => expand(scene, '{@place}'),
    pass: () => plantNumber(scene, 'passport', true),
    pn: () => plantNumber(scene, 'personal', true),
    res: () => plantNumber(scene, 'residence', true),
    visa: () => plantNumber(scene, 'sticker', true),
  };
  const written = shape.map((column) => cells[column]());
  const birth = shape.flatMap((column, at) => (BIRTH.includes(column) ? [at] : []));
  const [first, last] = [birth[0], birth.at(-1)];
  if (first === undefined || last === undefined) return written.join(how.between);
  const pair = mark('NAME_AND_BIRTH_DATE', written.slice(first, last + 1).join(how.between));
  return [...written.slice(0, first), pair, ...written.slice(last + 1)].join(how.between);
}

const BIRTH: readonly Column[] = ['name', 'surname', 'given', 'day'];

/** A form filled in, one entry a line. */
export function card(told: Told): string {
  const { chance, source } = told;
  const scene = sceneFor(told, '');
  const { person } = scene;
  const { surname, given, father } = person.names[source.language];
  const label = (column: string) => source.entry('cols', column);
  const day = writeDay(source, chance.pick(source.lines('date')), person.born);
  const birth = `${surname}\n${label('given')}: ${given}${father === '' ? '' : ` ${father}`}\n${label('day')}: ${day}`;
  return [
    `${label('surname')}: ${mark('NAME_AND_BIRTH_DATE', birth)}`,
    `${label('state')}: ${source.entry('state', person.state)}`,
    ...(chance.often(60) ? [`${label('pass')}: ${plantNumber(scene, 'passport', true)}`] : []),
    ...(chance.often(40) ? [expand(scene, '{pn}').replace('\n', ' ')] : []),
    `${label('outcome')}: ${expand(scene, '{@outcome}')}`,
  ].join('\n');
}

/** A table with nobody in it: a head and rows as the section `sheet` has them, each pair on one line. */
export function plainTable(told: Told): string {
  const { chance, source } = told;
  const between = chance.pick(SEPARATORS);
  const [head = '', row = ''] = chance.pick(source.lines('sheet')).split(' => ');
  const scene = sceneFor(told, '');
  const rows = Array.from({ length: chance.int(3, 5) }, () => expand(scene, row));
  return [head, ...rows].map((line) => line.replaceAll(' ; ', between)).join('\n');
}
