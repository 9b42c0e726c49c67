/** What can become of mail on its way: the door's codes, and what the sender makes of them. Closed on both sides. */

/** Where every gateway takes mail. */
export const MAIL_PATH = '/exchange/messages';
/** A compact JWS: mail, and the receipt that answers it. */
export const MAIL_TYPE = 'application/jose';
/** How a refusal is written: `{"code":"..."}`. */
export const REFUSAL_TYPE = 'application/json';

/** Codes of the door, each with its status, in the order of the checks. */
export const MAIL_STATUS = {
  /** Certificate, key and signature are not those of one partner: one answer, whichever it was. Not signed. */
  UNAUTHENTICATED: 401,
  /** The signature is good, but not now: a clock is wrong, or the message was under way for too long. */
  MESSAGE_NOT_IN_TIME: 400,
  /** The signature is good and was seen before. */
  MESSAGE_REPLAYED: 400,
  UNSUPPORTED_MEDIA_TYPE: 415,
  /** The signed mail inside is not good, or not from this sender to this gateway. */
  MAIL_REFUSED: 400,
  /** Other bytes came under this id before. */
  MAIL_CONFLICT: 409,
  /** As many of the sender's inputs were declined as are kept of it. What was recorded stands; lawful ones are taken. */
  TOO_MANY_DECLINED: 429,
} as const;
export type MailCode = keyof typeof MAIL_STATUS;

/** Why nobody judged the mail. Closed; the same mail, signed anew, may still arrive. */
export type UnreachableCode =
  /** It is not known where this authority takes mail. */
  | 'NO_ADDRESS'
  | 'NO_CONNECTION'
  /** The handshake failed at the other end, which may not know our certificate. */
  | 'HANDSHAKE_REFUSED'
  /** Who answers has no certificate that was registered for this authority; nothing was sent. */
  | 'PARTNER_NOT_RECOGNISED'
  | 'TIMED_OUT'
  | 'ANSWER_TOO_LARGE'
  /** The answer is not signed, not by this partner, or not to this message. */
  | 'ANSWER_NOT_VERIFIED'
  | 'PARTNER_UNAVAILABLE'
  /** Too much is being read there at once; nothing was taken. */
  | 'PARTNER_BUSY'
  /** One of the two clocks is wrong: a signature is good, but not now. */
  | 'CLOCKS_APART'
  | 'MESSAGE_REPLAYED';

/** Why the partner does not take the mail; somebody has to act before it is sent again. Closed. */
export type RefusedCode =
  | 'UNAUTHENTICATED'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'PAYLOAD_TOO_LARGE'
  | 'MAIL_REFUSED'
  | 'TOO_MANY_DECLINED';

/** What became of mail. Nothing in it but the receipt is the partner's words. */
export type Sent =
  /** `receipt`: the partner's JWS, from a response that its gateway signed; not opened yet. */
  | { readonly outcome: 'DELIVERED'; readonly receipt: string }
  | { readonly outcome: 'CONFLICT' }
  | { readonly outcome: 'REFUSED'; readonly code: RefusedCode }
  | { readonly outcome: 'UNREACHABLE'; readonly code: UnreachableCode };

export const unreachable = (code: UnreachableCode): Sent => ({ outcome: 'UNREACHABLE', code });

/** What a code of the door means to the sender. */
export const OUTCOMES: Readonly<Record<MailCode, Sent>> = {
  UNAUTHENTICATED: { outcome: 'REFUSED', code: 'UNAUTHENTICATED' },
  // The mail itself has neither time nor nonce: signed anew it is judged.
  MESSAGE_NOT_IN_TIME: unreachable('CLOCKS_APART'),
  MESSAGE_REPLAYED: unreachable('MESSAGE_REPLAYED'),
  UNSUPPORTED_MEDIA_TYPE: { outcome: 'REFUSED', code: 'UNSUPPORTED_MEDIA_TYPE' },
  MAIL_REFUSED: { outcome: 'REFUSED', code: 'MAIL_REFUSED' },
  MAIL_CONFLICT: { outcome: 'CONFLICT' },
  TOO_MANY_DECLINED: { outcome: 'REFUSED', code: 'TOO_MANY_DECLINED' },
};
