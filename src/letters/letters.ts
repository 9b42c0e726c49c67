/** Letters as PDF: a request, an answer, a refusal, each made from the data of its signed message. */
import type { Language } from '../base/index.js';
import type { Day, Item } from '../treaty/index.js';
import { composeAnswer } from './answer-letter.js';
import { type AnsweredPerson, factsOf, type ItemFacts } from './facts.js';
import type { AnswerLetter, LetterFact, RefusalLetter, RequestLetter } from './letter.js';
import { drawLetter } from './page/draw.js';
import { loadTypeface } from './page/fonts.js';
import { composeRefusal } from './refusal-letter.js';
import { composeRequest } from './request-letter.js';
import { wordingOf } from './wording.js';

/** Each gives the bytes of a PDF, the same for the same input, so that their SHA-256 can be kept. */
export interface Letters {
  readonly request: (letter: RequestLetter) => Uint8Array;
  readonly answer: (letter: AnswerLetter) => Uint8Array;
  readonly refusal: (letter: RefusalLetter) => Uint8Array;
  /** What an answer says about one item of a person, in a language: the lines of its row. */
  readonly facts: (item: Item, person: AnsweredPerson, language: Language) => ItemFacts;
  /** That an item is closed until a day (10(2)), in a language. */
  readonly closedUntil: (day: Day, language: Language) => LetterFact;
}

/** Reads the typeface once; throws where the installation lacks it. */
export function openLetters(): Letters {
  const typeface = loadTypeface();
  return {
    request: (letter) => drawLetter(composeRequest(letter), typeface),
    answer: (letter) => drawLetter(composeAnswer(letter), typeface),
    refusal: (letter) => drawLetter(composeRefusal(letter), typeface),
    facts: (item, person, language) => factsOf(item, person, wordingOf(language)),
    closedUntil(day, language) {
      const { fill, day: written } = wordingOf(language);
      return { label: '', value: fill('CLOSED_UNTIL', { n: written(day) }) };
    },
  };
}
