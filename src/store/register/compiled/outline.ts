/**
 * What is asked of each person of a page, in outline: the members of its object in the order of the answer, verdicts
 * apart. Made from a valid document by the graph, turned into one statement by this room.
 */

/** The members of one object. */
export type Outline = readonly OutlineMember[];

export interface OutlineMember {
  /** The response key: a name of the schema, or an alias of the caller's. */
  readonly key: string;
  /** `Type.field`. */
  readonly coordinate: string;
  readonly field: string;
  /** The type's name, where it is asked by `__typename`. */
  readonly typename?: string;
  /** Arguments, coerced: `state` of isNationalOf, `language` of an authority's name. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Of a field that leads to objects. */
  readonly members: Outline;
}
