/** A provision of Baku to Astana, as far as a test wants it. */
import { canonicalJson, type MessageSigner } from '../../../src/base/index.js';
import type { Officer, ProvisionAnswer } from '../../../src/exchange/index.js';
import { signDocument } from '../../../src/partner/index.js';
import type { DocumentSubject, ProvisionDocument } from '../../../src/requests/index.js';
import type { ProvisionFile } from '../../../src/store/index.js';
import { NOW } from '../../support/requests.js';
import { subject } from '../requests/document/documents.js';
import { DAY, EXECUTING, type Stage, uuid } from './stage.js';

export const HEAD: Officer = { ...EXECUTING, role: 'SIGNATORY', officer: 'AZ-SMS-0001' };

export const provisionOf = (change: Partial<ProvisionDocument> = {}): ProvisionDocument => ({
  ...{ v: 1, kind: 'PROVISION', id: uuid(), instrument: 'AZ-KZ-2019' },
  ...{ provider: 'AZ-SMS', recipient: 'KZ-MIA', purpose: 'PERSON_DETECTION', basis: '6' },
  justification: 'Лицо разыскивается другой Стороной.',
  subjects: [{ n: 1, items: ['NAME_CYRILLIC', 'DATE_OF_BIRTH'] }],
  conditions: [{ kind: 'ON_TERMS', items: ['DATE_OF_BIRTH'], text: 'Не публиковать.' }],
  keepUntil: NOW + 30 * DAY,
  writtenAt: new Date(NOW).toISOString(),
  ...change,
});

export const soughtAs = (surname: string, n = 1): DocumentSubject => ({
  ...subject,
  n,
  names: [{ script: 'ru-Cyrl', surname, givenName: null, patronymic: null }],
  dateOfBirth: null,
  documents: [],
});

/** The provision after a step that has to succeed. */
export async function given(answering: Promise<ProvisionAnswer>): Promise<ProvisionFile> {
  const answer = await answering;
  if (answer.file === null) throw new Error(JSON.stringify(answer));
  return answer.file;
}

export const faultIn = async (answering: Promise<ProvisionAnswer>) => {
  const answer = await answering;
  return answer.file === null ? answer.fault : null;
};

export const signedProvision = (provision: ProvisionDocument, by: MessageSigner): Promise<string> =>
  signDocument('provision', Buffer.from(canonicalJson(provision)), by);

/** Written, its person matched and grown up, its head on it: a draft that can be signed. */
export async function draftOf(
  { az }: Stage,
  change: Partial<ProvisionDocument> = {},
  person = 'one',
): Promise<ProvisionDocument> {
  const provision = provisionOf(change);
  const sought = provision.subjects.map(({ n }) => soughtAs('Образцов', n));
  await given(az.unasked.draft(EXECUTING, { provision, sought }));
  for (const { n } of provision.subjects) {
    const on = { provision: provision.id, n };
    await given(az.unasked.note(EXECUTING, { ...on, note: { person } }));
    await given(az.unasked.note(EXECUTING, { ...on, note: { child: false } }));
  }
  await given(az.unasked.assign(EXECUTING, { provision: provision.id, officer: HEAD.officer }));
  return provision;
}

/** What the signatory of Baku hands in; the head there signs with the key of the side. */
export const signing = async ({ az }: Stage, provision: ProvisionDocument, by = az.signer) => ({
  ...{ provision: provision.id, id: uuid(), key: by.publicJwk },
  jws: await signedProvision(provision, by),
});

/** Sent by Baku; the post is not carried. */
export async function sendProvision(
  stage: Stage,
  change: Partial<ProvisionDocument> = {},
  person?: string,
): Promise<ProvisionDocument> {
  const provision = await draftOf(stage, change, person);
  await given(stage.az.unasked.sign(HEAD, await signing(stage, provision)));
  await given(stage.az.unasked.move(EXECUTING, { ...stepOn(provision), move: 'SEND' }));
  return provision;
}

export const stepOn = ({ id }: ProvisionDocument) => ({ provision: id, id: uuid() });
