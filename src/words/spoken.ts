/** Catalogues of ICU messages: the texts of one language by key, each with the places it has. */
import type { Language } from '../base/index.js';
import { messageOf, type Values } from './message.js';

/** The places of each text. */
export type Places = Readonly<Record<string, readonly string[]>>;

/** One language's texts; one that lacks a key does not compile. */
export type Texts<Keys extends Places> = Readonly<Record<keyof Keys & string, string>>;

/** Says a text; one with places needs their values. */
export type Say<Keys extends Places> = <Key extends keyof Keys & string>(
  key: Key,
  ...values: Keys[Key] extends readonly []
    ? []
    : [Readonly<Record<Keys[Key][number], string | number>>]
) => string;

/** Makes the texts of a language ready to be said. */
export function sayIn<Keys extends Places>(language: Language, texts: Texts<Keys>): Say<Keys> {
  const entries = Object.entries<string>(texts);
  const ready = new Map(entries.map(([key, text]) => [key, messageOf(language, text)]));
  return (key, ...[values = {}]: [Values?]) => ready.get(key)?.(values) ?? key;
}
