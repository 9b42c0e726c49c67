/** An invented register: the hard cases first, then as many people as are wanted. No person in it exists. */
import type { Day } from '../../treaty/index.js';
import type { PersonRecord } from '../person.js';
import { calendarOf } from './calendar.js';
import { hardCase, samplePersonId } from './hard-cases.js';
import { imagePool } from './images.js';
import { inventPerson } from './invent-person.js';
import { randomOf } from './random.js';

export interface SampleOptions {
  /** Any whole number; the same seed and day give the same people. */
  readonly seed: number;
  /** How many people, the hard cases among them. */
  readonly count: number;
  /** The reference day: "expired yesterday" is the day before it. */
  readonly today: Day;
}

/** Yields the people one by one, so that a million need no more memory than one. */
export function* samplePeople({ seed, count, today }: SampleOptions): Generator<PersonRecord> {
  const calendar = calendarOf(today);
  const images = imagePool(seed);
  for (let index = 0; index < count; index += 1) {
    const id = samplePersonId(index);
    const wish = { id, random: randomOf(seed, index), calendar, images };
    yield hardCase(index, wish) ?? inventPerson(wish);
  }
}
