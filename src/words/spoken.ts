/** Catalogues of ICU messages: the texts of one language by key, each with the places it has. */
import type { Language } from '../base/index.js';
import { type Message, messageOf, type Values } from './message.js';

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

/** Says the texts of a language, each made ready when it is first said. */
export function sayIn<Keys extends Places>(language: Language, texts: Texts<Keys>): Say<Keys> {
  const ready = new Map<string, Message>();
  return (key, ...[values = {}]: [Values?]) => {
    const message = ready.get(key) ?? messageOf(language, texts[key]);
    ready.set(key, message);
    return message(values);
  };
}
