/** An HTTP message as it is signed: what stands on the wire, and nothing that a framework made of it. */
export interface HttpRequest {
  /** As sent, in upper case. */
  readonly method: string;
  /**
   * Where the request is sent (RFC 9421 section 2.2.2). The receiver builds it from its own configured origin and the
   * request line, never from a Host field that the sender chose.
   */
  readonly targetUri: string;
  readonly fields: Fields;
  readonly body: Uint8Array;
}

export interface HttpResponse {
  readonly status: number;
  readonly fields: Fields;
  readonly body: Uint8Array;
}

export type HttpMessage = HttpRequest | HttpResponse;

/** Names and values in the order of the wire, repeated fields repeated (Node's `rawHeaders`, in pairs). */
export type Fields = readonly (readonly [name: string, value: string])[];

// Without a line break nothing can add a line to the signature base; beyond ASCII readers differ.
const valueForm = /^[\x20-\x7e\t]*$/;

/** Every value of a field, trimmed; undefined where one holds what no field of ours holds. */
export function fieldValues(fields: Fields, name: string): readonly string[] | undefined {
  const values = fields
    .filter(([given]) => given.toLowerCase() === name)
    .map(([, value]) => value.replace(/^[ \t]+|[ \t]+$/g, ''));
  return values.every((value) => valueForm.test(value)) ? values : undefined;
}

/** The value of a field that stands exactly once; undefined otherwise. */
export function onlyValue(fields: Fields, name: string): string | undefined {
  const values = fieldValues(fields, name);
  return values?.length === 1 ? values[0] : undefined;
}
