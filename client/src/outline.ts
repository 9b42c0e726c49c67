/**
 * The answer of one operation in outline: the response keys that lead to guarded values. Codegen writes it from the
 * schema, so that the client finds each guarded value by its response path and needs no schema when it runs.
 */

/** What stands under one response key. A key with a coordinate is a guarded value; one without leads to some. */
export interface OutlineField {
  /** `Type.field`. */
  readonly coordinate?: string;
  /** The item of the instruments that opens the coordinate. */
  readonly item?: string;
  /** A list; there are none of lists. */
  readonly list?: true;
  /** May be null though it is not guarded: `person`. */
  readonly nullable?: true;
  /** Asked under `@include` or `@skip`: may be left out. */
  readonly conditional?: true;
  readonly below?: Outline;
}

/** Response key -> what stands there. */
export interface Outline {
  readonly [responseKey: string]: OutlineField;
}

/** An operation as codegen writes it: its text, its outline, and in its type what it takes and answers. */
export interface Operation<Data, Variables, Below extends Outline> {
  /** The operation's name, sent beside the text. */
  readonly name: string;
  readonly text: string;
  readonly outline: Below;
  /** Never there: carries the two types, as typed document nodes do. */
  readonly __apiType?: (variables: Variables) => Data;
}
