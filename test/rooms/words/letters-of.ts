/** Letters that only this language of ours uses, or its script. */
import type { Language } from '../../../src/base/index.js';

export const LETTERS: Readonly<Record<Language, RegExp>> = {
  ru: /^(?=.*[а-яё])[^әғқңөұүһі]+$/iu,
  en: /^[\x20-\x7e’…]+$/,
  az: /^[\x20-\x7e…əğıöüçşƏĞİÖÜÇŞ]+$/u,
  kk: /[а-яәғқңөұүһі]/iu,
};
