/**
 * The registers over time as the path of a move reads them, anew for every message: what is listed, and until when. A
 * key itself is what its thumbprint says (RFC 7638): one whose row was exchanged is no key, and one that was read once
 * is not read again.
 */
import type { JsonObject } from '../base/index.js';
import type { RecipientKey, ToldKey, VerificationKey } from '../partner/index.js';
import type { Standing } from '../requests/index.js';
import type { Standings } from '../store/index.js';
import type { Book } from './rooms.js';

type Read<Key> = { readonly key: Key } | { readonly fault: string };

/** How keys are read from what was deposited; handed in, as all machinery is. */
export interface KeyReaders {
  readonly told: (jwk: JsonObject) => ToldKey | { readonly fault: string };
  readonly verification: (jwk: JsonObject) => Read<VerificationKey>;
  readonly recipient: (jwk: JsonObject) => Read<RecipientKey>;
}

export interface BookOptions {
  readonly standings: Pick<Standings, 'all' | 'change' | 'key'>;
  readonly readers: KeyReaders;
}

/** Keys of one use that are remembered: more than Parties will ever have. */
const REMEMBERED = 500;

/** Opens the book. */
export function openBook({ standings, readers }: BookOptions): Book {
  const find = (kid: string) => standings.key(kid);
  const isIts = (jwk: JsonObject, { kid, use }: ToldKey): boolean => {
    const told = readers.told(jwk);
    return 'kid' in told && told.kid === kid && told.use === use;
  };
  const keysOf = <Key>(use: ToldKey['use'], read: (jwk: JsonObject) => Read<Key>) =>
    remembered(async (kid) => {
      const jwk = await find(kid);
      const found = jwk !== undefined && isIts(jwk, { kid, use }) ? read(jwk) : undefined;
      return found && 'key' in found ? found.key : undefined;
    });
  return {
    standing: () => standings.all(),
    change: (authority, step) => standings.change(authority, step),
    key: keysOf('SIGNATURE', readers.verification),
    recipient: keysOf('ENCRYPTION', readers.recipient),
  };
}

/** The book as one message reads it that changes nothing in it: the lists are what they were found to be first. */
export function readOnce(book: Book): Book {
  let found: Promise<Standing> | undefined;
  return {
    ...book,
    standing() {
      found ??= book.standing();
      return found;
    },
  };
}

/** What was found under a name is not looked for again. */
function remembered<T>(
  find: (name: string) => Promise<T | undefined>,
): (name: string) => Promise<T | undefined> {
  const known = new Map<string, T>();
  return async (name) => {
    const found = known.get(name) ?? (await find(name));
    if (found !== undefined && known.size < REMEMBERED) known.set(name, found);
    return found;
  };
}
