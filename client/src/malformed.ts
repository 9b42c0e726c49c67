/** Thrown where an answer is not what this gateway answers to this operation. Says nothing of what it holds. */
export class Malformed extends Error {
  override readonly name = 'Malformed';

  constructor() {
    super('ANSWER_MALFORMED');
  }
}

/** An object of JSON; throws Malformed for anything else. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed();
  return { ...value };
}

/** A list of JSON; throws Malformed for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Malformed();
  return value;
}

/** A text; throws Malformed for anything else. */
export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Malformed();
  return value;
}
