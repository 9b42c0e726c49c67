/** A text as it grows, with what was planted in it. */

export const PLANTED_KINDS = ['MRZ', 'DOCUMENT_NUMBER', 'NAME_AND_BIRTH_DATE'] as const;
export type PlantedKind = (typeof PLANTED_KINDS)[number];

/** Something personal: from its first UTF-16 unit to the one behind its last. */
export interface Planted {
  readonly kind: PlantedKind;
  readonly from: number;
  readonly to: number;
}

/** What a text is written on. */
export class Page {
  text = '';
  readonly planted: Planted[] = [];

  put(text: string): void {
    this.text += text;
  }

  /** Writes something that counts as personal. */
  plant(kind: PlantedKind, text: string): void {
    const from = this.text.length;
    this.put(text);
    this.planted.push({ kind, from, to: this.text.length });
  }

  /** Counts what was written from a place on as personal. */
  plantFrom(kind: PlantedKind, from: number): void {
    this.planted.push({ kind, from, to: this.text.length });
  }
}
