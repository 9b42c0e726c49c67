/** A letter as a list of blocks: what it says, before any of it has a place on a page. */
import type { Language } from '../base/index.js';

export interface Row {
  readonly label: string;
  readonly value: string;
  /** Drawn under the value; attacker-controlled, so it may turn out not to be an image. */
  readonly image?: PlacedImage;
  /** Of the value, where it is not the letter's. */
  readonly language?: Language;
}

export interface PlacedImage {
  readonly content: Uint8Array;
  /** Points; as wide as its column at most. */
  readonly height: number;
  /** What is said of the image, to a reader who cannot see it. */
  readonly alt: string;
  /** What is said in its place where it cannot be drawn. */
  readonly otherwise: string;
}

export type Block =
  | {
      readonly kind: 'LETTERHEAD';
      readonly columns: readonly (readonly string[])[];
      readonly emblem: Uint8Array | null;
      readonly contacts: string;
    }
  | { readonly kind: 'REFERENCE'; readonly lines: readonly string[]; readonly addressee: string }
  | { readonly kind: 'TITLE'; readonly text: string }
  | { readonly kind: 'HEADING'; readonly text: string }
  | { readonly kind: 'SUBHEADING'; readonly text: string }
  /** Line breaks part it into paragraphs. */
  | { readonly kind: 'PROSE'; readonly text: string }
  | { readonly kind: 'ROWS'; readonly rows: readonly Row[] }
  | { readonly kind: 'LIST'; readonly entries: readonly string[] }
  /** Office and name of the signatory, with room for a signature and a seal by hand, or not. */
  | {
      readonly kind: 'SIGN_OFF';
      readonly office: string;
      readonly name: string;
      readonly byHand: { readonly signature: string; readonly seal: string } | null;
    }
  /** A frame that stays on one page. */
  | {
      readonly kind: 'STAMP';
      readonly title: string | null;
      readonly rows: readonly Row[];
      readonly note: string;
    }
  /** After the end, in small print. */
  | {
      readonly kind: 'NOTES';
      readonly title: string;
      readonly remark: string;
      readonly rows: readonly Row[];
    };

/** A letter composed, ready to be drawn. */
export interface ComposedLetter {
  readonly language: Language;
  /** Constant for a kind of letter: it stands in the metadata, which hold nothing personal. */
  readonly title: string;
  readonly authority: string;
  readonly number: string;
  /** `{n}` and `{of}` are the page and the number of pages. */
  readonly page: string;
  /** ISO 8601, UTC: the only instant in the file. */
  readonly writtenAt: string;
  /** SHA-256 of the signed document, hexadecimal. */
  readonly digest: string;
  readonly blocks: readonly Block[];
}
