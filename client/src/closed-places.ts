/** What the errors of an answer close, and where. A withheld place has no rows; what ended stands at one place. */
import type { Closed } from './guarded.js';
import { listOf, Malformed, recordOf, textOf } from './malformed.js';
import type { Exchange } from './outcome.js';
import type { Outline, OutlineField } from './outline.js';
import { codeOf } from './read-answer.js';

type Json = Readonly<Record<string, unknown>>;
type Ended = { readonly state: 'destroyed' | 'refused' } & Closed;

export interface ClosedPlaces {
  /** In the order of the errors, one for each coordinate. */
  readonly withheld: readonly Closed[];
  /** By response keys without list indices. */
  readonly withheldAt: ReadonlyMap<string, Closed>;
  /** By the whole path. */
  readonly endedAt: ReadonlyMap<string, Ended>;
}

/** Names of GraphQL hold no dot and do not begin with a digit, so a path is one text. */
export const placeOf = (path: readonly (string | number)[]): string => path.join('.');

/** Where an answer stands: what it was asked for and under what it was answered. */
interface Asked {
  readonly outline: Outline;
  readonly exchange: Exchange | null;
}

const ENDED = { DESTROYED: 'destroyed', REFUSED: 'refused' } as const;

/** Reads the errors beside data. Throws Malformed for an error about anything but a guarded value of the operation. */
export function readClosed(errors: readonly Json[], asked: Asked): ClosedPlaces {
  const withheld: Closed[] = [];
  const withheldAt = new Map<string, Closed>();
  const endedAt = new Map<string, Ended>();
  for (const error of errors) {
    const code = codeOf(error);
    if (code === 'FIELD_WITHHELD') {
      const closed = closedBy(error, asked.exchange);
      withheld.push(closed);
      for (const path of pathsOf(error)) withheldAt.set(placeIn(asked, closed, path), closed);
    } else if (code === 'DESTROYED' || code === 'REFUSED') {
      const closed = closedBy(error, asked.exchange);
      const path = listOf(error.path).map(stepOf);
      placeIn(asked, closed, path.filter(isKey));
      endedAt.set(placeOf(path), { state: ENDED[code], ...closed });
    } else throw new Malformed();
  }
  return { withheld, withheldAt, endedAt };
}

function closedBy(error: Json, exchange: Exchange | null): Closed {
  const { coordinate, item, instrument, purpose, clause } = recordOf(error.extensions);
  if (instrument !== exchange?.instrument || purpose !== exchange?.purpose) throw new Malformed();
  return {
    coordinate: textOf(coordinate),
    item: textOf(item),
    instrument: textOf(instrument),
    purpose: textOf(purpose),
    clause: clause === null ? null : textOf(clause),
  };
}

function pathsOf(error: Json): readonly (readonly string[])[] {
  const paths = listOf(recordOf(error.extensions).paths);
  if (paths.length === 0) throw new Malformed();
  return paths.map((path) => listOf(path).map(textOf));
}

function stepOf(step: unknown): string | number {
  return typeof step === 'number' ? step : textOf(step);
}

const isKey = (step: string | number): step is string => typeof step === 'string';

/** The place, where the outline has this very coordinate there. */
function placeIn({ outline }: Asked, closed: Closed, path: readonly string[]): string {
  const field = fieldAt(outline, path);
  if (field?.coordinate !== closed.coordinate || field.item !== closed.item) throw new Malformed();
  return placeOf(path);
}

function fieldAt(outline: Outline, path: readonly string[]): OutlineField | undefined {
  let below: Outline | undefined = outline;
  let field: OutlineField | undefined;
  for (const key of path) {
    field = below !== undefined && Object.hasOwn(below, key) ? below[key] : undefined;
    below = field?.below;
  }
  return field;
}
