/** ICU messages taken apart: the values they take, and the forms of their plurals. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../../src/base/index.js';

type Elements = ReturnType<IntlMessageFormat['getAst']>;
type Element = Elements[number];

const partsOf = (text: string, language: Language): readonly Element[] =>
  within(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst());

const within = (elements: Elements): readonly Element[] =>
  elements.flatMap((each) => [
    each,
    ...Object.values(optionsOf(each)).flatMap(({ value }) => within(value)),
  ]);

const optionsOf = (element: Element) => ('options' in element ? element.options : {});

/** The names of the values that a message takes. A literal and the sign of a count take none. */
export const valuesIn = (text: string, language: Language): ReadonlySet<string> =>
  new Set(
    partsOf(text, language).flatMap((each) =>
      'value' in each && !isLiteral(each) ? [each.value] : [],
    ),
  );

/** The words of a message, its places left out. */
export const wordsIn = (text: string, language: Language): string =>
  partsOf(text, language)
    .flatMap((each) => ('value' in each && isLiteral(each) ? [each.value] : []))
    .join(' ');

/** The forms of each plural: `one`, `other`, `=0`. */
export const pluralsIn = (text: string, language: Language): readonly (readonly string[])[] =>
  partsOf(text, language)
    .filter((each) => 'pluralType' in each)
    .map((each) => Object.keys(optionsOf(each)));

// A literal is of type 0 in the parser's tree.
const isLiteral = ({ type }: Element): boolean => Number(type) === 0;
