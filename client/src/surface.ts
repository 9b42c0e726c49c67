/**
 * Puts what became of it in the place of each guarded value. Every other value stays as it came, and none is lost. The
 * outline is followed, not the rows: an answer of another form is Malformed.
 */
import { type ClosedPlaces, placeOf } from './closed-places.js';
import type { Guarded } from './guarded.js';
import { listOf, Malformed, recordOf } from './malformed.js';
import type { Outline, OutlineField } from './outline.js';

type Json = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** Surfaces the data of an answer. Throws Malformed. */
export function surface(data: Json, outline: Outline, places: ClosedPlaces): Json {
  return new Surfacing(places).fields(data, outline, []);
}

class Surfacing {
  readonly #places: ClosedPlaces;

  constructor(places: ClosedPlaces) {
    this.#places = places;
  }

  fields(data: Json, outline: Outline, path: Path): Json {
    for (const [key, { conditional }] of Object.entries(outline)) {
      if (conditional !== true && !Object.hasOwn(data, key)) throw new Malformed();
    }
    return Object.fromEntries(
      Object.entries(data).map(([key, value]) => {
        const field = Object.hasOwn(outline, key) ? outline[key] : undefined;
        return [key, field === undefined ? value : this.#field(value, field, [...path, key])];
      }),
    );
  }

  #field(value: unknown, field: OutlineField, path: Path): unknown {
    if (field.coordinate !== undefined) return this.#guarded(value, field, path);
    if (value === null && field.nullable === true) return null;
    return this.#within(value, field, path);
  }

  #guarded(value: unknown, field: OutlineField, path: Path): Guarded<unknown> {
    if (value !== null) return { state: 'given', value: this.#within(value, field, path) };
    const ended = this.#places.endedAt.get(placeOf(path));
    if (ended !== undefined) return ended;
    const keys = path.filter((step) => typeof step === 'string');
    const withheld = this.#places.withheldAt.get(placeOf(keys));
    return withheld === undefined ? { state: 'notAvailable' } : { state: 'withheld', ...withheld };
  }

  #within(value: unknown, field: OutlineField, path: Path): unknown {
    if (field.list !== true) return this.#one(value, field, path);
    return listOf(value).map((each, at) => this.#one(each, field, [...path, at]));
  }

  #one(value: unknown, { below }: OutlineField, path: Path): unknown {
    if (below !== undefined) return this.fields(recordOf(value), below, path);
    if (value === null || Array.isArray(value)) throw new Malformed();
    return value;
  }
}
