/** Bytes put together from short texts and large pieces, copied once. */
export class Bytes {
  readonly #pieces: Uint8Array[] = [];
  #text = '';

  /** Adds a text. */
  text(text: string): this {
    this.#text += text;
    return this;
  }

  /** Adds bytes as they are; `null` where there are none. */
  piece(piece: Uint8Array | null | undefined): this {
    if (piece == null) return this.text('null');
    this.#flush();
    this.#pieces.push(piece);
    return this;
  }

  /** All of it. */
  whole(): Uint8Array {
    this.#flush();
    return Buffer.concat(this.#pieces);
  }

  #flush(): void {
    if (this.#text === '') return;
    this.#pieces.push(Buffer.from(this.#text));
    this.#text = '';
  }
}
