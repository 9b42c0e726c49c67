/** What an officer writes of an activity or a contact point, read by its form; what it means, the desk weighs. */
import { LANGUAGES, type Language } from '../../base/index.js';
import type { ActivityPlan, PlanDetails } from '../../cooperation/index.js';
import { isMailbox, isTelephone } from '../../requests/index.js';
import type { Day } from '../../treaty/index.js';
import { wrongLine, wrongText } from '../cases/taking.js';
import type { ContactPointInput } from './contact-types.js';
import type { ContactWish } from './desk.js';
import type { CooperationInputFault } from './faults.js';
import type { ActivityDetailsInput, ActivityPlanInput } from './types.js';

const LONGEST_NAME = 200;
const MOST_BODIES = 16;
const MOST_AUTHORITIES = 8;
const MOST_PLACES = 100_000;

type Faults = readonly CooperationInputFault[];
export type Read<T> = { readonly value: T } | { readonly faults: Faults };

const fault = (code: CooperationInputFault['code'], at: string): Faults => [{ code, at }];
const read = <T>(value: T, faults: Faults): Read<T> =>
  faults.length === 0 ? { value } : { faults };

function line(text: string, at: string): Faults {
  const code = wrongLine(text, LONGEST_NAME);
  return code === undefined ? [] : fault(code, at);
}

/** What can be changed of a plan. */
export function detailsFrom(given: ActivityDetailsInput): Read<PlanDetails> {
  const { title, bodies, place, from, until, places = null } = given;
  const value = {
    title: Object.fromEntries(textsIn(title)),
    bodies: bodies.map(({ kind, name }) => ({ kind, name })),
    // A day is looked at below.
    ...{ place, places, from: from as Day, until: until as Day },
  };
  return read(value, [
    ...textsIn(title).flatMap(([language, text]) => line(text, `plan.title.${language}`)),
    ...(bodies.length > MOST_BODIES ? fault('TOO_MANY', 'plan.bodies') : []),
    ...bodies.flatMap(({ name }, n) => line(name, `plan.bodies[${n}].name`)),
    ...line(place, 'plan.place'),
    ...(isDay(from) ? [] : fault('WRONG_FORM', 'plan.from')),
    ...(isDay(until) ? [] : fault('WRONG_FORM', 'plan.until')),
    ...(places !== null && (places < 1 || places > MOST_PLACES)
      ? fault('OUT_OF_RANGE', 'plan.places')
      : []),
  ]);
}

const isDay = (text: string): boolean => text.length === 'YYYY-MM-DD'.length;

const textsIn = (title: ActivityDetailsInput['title']): readonly [Language, string][] =>
  LANGUAGES.flatMap((language) => {
    const text = title[language];
    return text == null ? [] : [[language, text]];
  });

/** A plan as it is put forward. */
export function planFrom(given: ActivityPlanInput): Read<ActivityPlan> {
  const { instrument, clause, kind, authorities } = given;
  const details = detailsFrom(given);
  const isTwice = new Set(authorities).size < authorities.length;
  const faults = [
    ...('faults' in details ? details.faults : []),
    ...(authorities.length > MOST_AUTHORITIES ? fault('TOO_MANY', 'plan.authorities') : []),
    ...(isTwice ? fault('WRONG_FORM', 'plan.authorities') : []),
  ];
  if (faults.length > 0 || !('value' in details)) return { faults };
  return { value: { instrument, clause, kind, authorities, ...details.value } };
}

const idForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** An office as its authority's coordinator writes it. */
export function contactFrom(
  given: ContactPointInput,
  when: Pick<ContactWish, 'from' | 'note'>,
): Read<ContactWish> {
  const { id, name, unit = null, address, telephone = null, email = null, duties } = given;
  const value = { id, name, unit, address, telephone, email, duties, ...when };
  const isTwice = new Set(duties).size < duties.length;
  return read(value, [
    ...(idForm.test(id) ? [] : fault('WRONG_FORM', 'point.id')),
    ...line(name, 'point.name'),
    ...(unit === null ? [] : line(unit, 'point.unit')),
    ...line(address, 'point.address'),
    ...(telephone === null || isTelephone(telephone) ? [] : fault('WRONG_FORM', 'point.telephone')),
    ...(email === null || isMailbox(email) ? [] : fault('WRONG_FORM', 'point.email')),
    ...(duties.length === 0 ? fault('CONTENT_MISSING', 'point.duties') : []),
    ...(isTwice ? fault('WRONG_FORM', 'point.duties') : []),
    ...noteFaults(when),
  ]);
}

/** From when a change holds, and what it rests on. */
export function noteFaults({ from, note }: Pick<ContactWish, 'from' | 'note'>): Faults {
  return [...(Number.isNaN(from) ? fault('WRONG_FORM', 'from') : []), ...line(note, 'note')];
}

/** A text on what came of something, and why a text is none of a person's. */
export function saidFaults(said: Readonly<Record<string, string | null>>): Faults {
  return Object.entries(said).flatMap(([at, text]) => {
    const code = text === null ? undefined : wrongText(text);
    return code === undefined ? [] : fault(code, at);
  });
}
