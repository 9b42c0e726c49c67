/** What may have become of a guarded value, and the type of an answer in which each guarded value says so. */

/** A coordinate that was asked and not given, and why. */
export interface Closed {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly item: string;
  readonly instrument: string;
  readonly purpose: string;
  /** As the instrument counts, `5(1)(1);6(9)`; null where it has no basis for the item. */
  readonly clause: string | null;
}

/**
 * A guarded value.
 *
 * - given: the register's value.
 * - withheld: this purpose does not open it, for this person or for another one of the request; which of them, the
 *   answer does not tell.
 * - notAvailable: it is open, and the register has none. Known to be none is a given empty list.
 * - destroyed: it was received, and its retention has ended (Article 11(5)).
 * - refused: it was refused when the request was executed (Article 10(4)).
 */
export type Guarded<Value> =
  | { readonly state: 'given'; readonly value: Value }
  | ({ readonly state: 'withheld' } & Closed)
  | { readonly state: 'notAvailable' }
  | ({ readonly state: 'destroyed' } & Closed)
  | ({ readonly state: 'refused' } & Closed);

/** What an operation answers, each guarded value as a `Guarded`. `Below` is the type of its outline. */
export type Surfaced<Data, Below> = {
  readonly [Key in keyof Data]: Key extends keyof Below ? Field<Data[Key], Below[Key]> : Data[Key];
};

type Field<Value, Outlined> = Outlined extends { readonly item: string }
  ? Guarded<Within<NonNullable<Value>, Outlined>>
  : Within<Value, Outlined>;

type Within<Value, Outlined> = Value extends readonly (infer Each)[]
  ? readonly Within<Each, Outlined>[]
  : Value extends object
    ? Outlined extends { readonly below: infer Below }
      ? Surfaced<Value, Below>
      : Value
    : Value;
