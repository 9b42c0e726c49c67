/** The bytes that an HTTP signature is over (RFC 9421 section 2.5). */
import { fieldValues, type HttpMessage, type HttpRequest } from './message.js';
import { formatInnerList, formatItem, type InnerList, type Item } from './structured-fields.js';

/** What a message covers, and the request that it answers if it is a response. */
export interface Covering {
  readonly message: HttpMessage;
  readonly request?: HttpRequest;
}

/**
 * Builds the signature base. Undefined where a component is unknown, twice, or not in the message: a signature over it
 * can be neither made nor checked.
 */
export function signatureBase(input: InnerList, covering: Covering): Uint8Array | undefined {
  const names = input.items.map(formatItem);
  const values = input.items.map((item) => componentValue(item, covering));
  if (new Set(names).size < names.length || values.includes(undefined)) return undefined;
  const lines = names.map((name, index) => `${name}: ${values[index]}`);
  return Buffer.from(
    [...lines, `"@signature-params": ${formatInnerList(input)}`].join('\n'),
    'ascii',
  );
}

function componentValue({ value, parameters }: Item, covering: Covering): string | undefined {
  const isOfRequest = parameters.get('req') === true;
  // Every other parameter (sf, key, bs, tr, name) is one that we neither make nor take.
  if (parameters.size !== (isOfRequest ? 1 : 0)) return undefined;
  const message = isOfRequest ? covering.request : covering.message;
  if (message === undefined) return undefined;
  return value.startsWith('@') ? derivedValue(value, message) : fieldValue(value, message);
}

function fieldValue(name: string, { fields }: HttpMessage): string | undefined {
  const values = fieldValues(fields, name);
  return values === undefined || values.length === 0 ? undefined : values.join(', ');
}

function derivedValue(name: string, message: HttpMessage): string | undefined {
  if ('status' in message) return name === '@status' ? statusOf(message.status) : undefined;
  const uri = canonicalUri(message.targetUri);
  if (uri === undefined) return undefined;
  switch (name) {
    case '@method':
      return /^[A-Z]+$/.test(message.method) ? message.method : undefined;
    case '@target-uri':
      return uri.href;
    case '@authority':
      return uri.host;
    case '@path':
      return uri.pathname;
    case '@query':
      return uri.search === '' ? '?' : uri.search;
    default:
      return undefined;
  }
}

const statusOf = (status: number): string | undefined =>
  Number.isInteger(status) && status >= 100 && status <= 599 ? String(status) : undefined;

/** An address in its one normal form (RFC 9421 section 2.2.2): another spelling of it is another address. */
function canonicalUri(text: string): URL | undefined {
  const uri = URL.canParse(text) ? new URL(text) : undefined;
  return uri?.href === text && uri.username === '' && uri.hash === '' ? uri : undefined;
}
