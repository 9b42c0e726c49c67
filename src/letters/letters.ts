/** Letters as PDF: a request, an answer, a refusal, each made from the data of its signed message. */
import { composeAnswer } from './answer-letter.js';
import type { AnswerLetter, RefusalLetter, RequestLetter } from './letter.js';
import { drawLetter } from './page/draw.js';
import { loadTypeface } from './page/fonts.js';
import { composeRefusal } from './refusal-letter.js';
import { composeRequest } from './request-letter.js';

/** Each gives the bytes of a PDF, the same for the same input, so that their SHA-256 can be kept. */
export interface Letters {
  readonly request: (letter: RequestLetter) => Uint8Array;
  readonly answer: (letter: AnswerLetter) => Uint8Array;
  readonly refusal: (letter: RefusalLetter) => Uint8Array;
}

/** Reads the typeface once; throws where the installation lacks it. */
export function openLetters(): Letters {
  const typeface = loadTypeface();
  return {
    request: (letter) => drawLetter(composeRequest(letter), typeface),
    answer: (letter) => drawLetter(composeAnswer(letter), typeface),
    refusal: (letter) => drawLetter(composeRefusal(letter), typeface),
  };
}
