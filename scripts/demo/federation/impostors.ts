/** What somebody with a gateway's certificate may say in its place, and the code by which the router drops each. */
import type { HttpResponse } from '../../../src/partner/index.js';
import type { StandInAnswer } from './stand-in.js';

export interface Impostor {
  readonly name: string;
  readonly answer: StandInAnswer | null;
  /** What the asker is told instead. */
  readonly code: string;
}

/** A word that no state ever said. */
export const FORGED = 'FORGED';

const TYPE = 'application/graphql-response+json; charset=utf-8';
const PERSON = { nameCyrillic: { surname: FORGED, givenName: FORGED }, dateOfBirth: '1900' };
const FORGERY = JSON.stringify({
  data: { _entities: [{ __typename: 'ExchangeSubject', aze: PERSON }] },
});

/** All of them; `genuine` is an answer of the gateway to another query. */
export function impostors(genuine: HttpResponse): readonly Impostor[] {
  const receipt = genuine.fields.find(([name]) => name.toLowerCase() === 'exchange-receipt')?.[1];
  const answer = (text: string, type = TYPE) => ({ type, body: Buffer.from(text) });
  const withReceipt = { ...answer(FORGERY), ...(receipt === undefined ? {} : { receipt }) };
  return [
    { name: 'garbage', answer: answer(`<p>${FORGED}</p>`, 'text/html'), code: 'ANSWER_MALFORMED' },
    { name: 'half an answer', answer: answer(FORGERY.slice(0, -9)), code: 'ANSWER_MALFORMED' },
    { name: 'a person without a receipt', answer: answer(FORGERY), code: 'RECEIPT_NOT_GOOD' },
    {
      name: "a person with another answer's receipt",
      answer: withReceipt,
      code: 'RECEIPT_NOT_GOOD',
    },
    { name: 'never an answer (5 s of patience)', answer: null, code: 'TIMED_OUT' },
  ];
}
