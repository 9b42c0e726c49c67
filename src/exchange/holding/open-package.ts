/** An answer package out of its wrapping, on the requesting side: signed by the gateway of the authority that answered. */
import { messageKeysAt } from '../../requests/index.js';
import type { CaseFile } from '../../store/index.js';
import type { ExchangeRooms } from '../rooms.js';

type PackageRooms = Pick<ExchangeRooms, 'post' | 'own' | 'book' | 'clock'>;

/** The text inside; undefined where it does not open, or is not theirs. `answeredAt`: when the answer was given. */
export async function openPackage(
  { post, own, book, clock }: PackageRooms,
  jwe: string,
  by: { readonly authority: CaseFile['requestedAuthority']; readonly answeredAt: number },
): Promise<string | undefined> {
  const opened = await post.openAnswer(jwe, {
    own,
    // Good when the answer was given, or now: a key that only followed it in turn does not close what came before.
    async find(kid) {
      const standing = await book.standing();
      const sender = { authority: by.authority, use: 'SIGNATURE' } as const;
      const isTheirs = [by.answeredAt, clock.now()].some((at) =>
        messageKeysAt(standing, sender, at).some((key) => key.kid === kid),
      );
      return isTheirs ? book.key(kid) : undefined;
    },
  });
  return 'fault' in opened ? undefined : opened.answer;
}
