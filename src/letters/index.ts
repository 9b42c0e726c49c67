export type { AnsweredPerson, ItemFacts } from './facts.js';
export type {
  AnswerLetter,
  LetterFact,
  LetterFrame,
  LetterGround,
  Letterhead,
  LetterImage,
  LetterOutcome,
  LetterSignature,
  LetterSubject,
  RefusalLetter,
  RequestLetter,
} from './letter.js';
export { type Letters, openLetters } from './letters.js';
