/**
 * What is given, as a package (8(2), 10(3)): what each stated purpose opens about each subject, read, decided and sealed exactly as
 * a query is, then signed and encrypted to the authority that gets it. The ledger's receipts travel with it.
 */
import { canonicalJson, type Json, Refusal } from '../base/index.js';
import type { Graph } from '../graph/index.js';
import { answeredEntry } from '../journal/index.js';
import { recipientKey } from './keys.js';
import { partnerGrant } from './partner-grant.js';
import type { ExchangeRooms, PackageQuestion } from './rooms.js';

export interface PackageRooms
  extends Pick<
    ExchangeRooms,
    'book' | 'post' | 'ledger' | 'head' | 'instruments' | 'status' | 'clock' | 'gateway'
  > {
  readonly graph: Graph;
}

/** What an answer says under one purpose. */
export type PackedAnswer = {
  readonly purpose: string;
  /** The text of the answer, whose bytes the receipt speaks of. */
  readonly answer: string;
  readonly receipt: Json;
};

/** Makes packages. Rejects with Refusal(UNAVAILABLE) where no key of the recipient is listed: then nothing is answered. */
export function openPack(rooms: PackageRooms): ExchangeRooms['pack'] {
  const read = openAnswers(rooms);
  return async (question) => {
    const { request } = question;
    const recipient = await recipientKey(rooms, request.requestingAuthority);
    if (recipient === undefined)
      throw new Refusal('UNAVAILABLE', {}, { cause: 'NO_RECIPIENT_KEY' });
    const answers = await read(question);
    const { kind } = question;
    const { id, digest } = request;
    const about = kind === 'ANSWER' ? { request: id } : { provision: id };
    const packed = { v: 1, kind, ...about, digest, answers };
    return {
      package: await rooms.post.writeAnswer(canonicalJson(packed), recipient),
      told: new Set(answers.flatMap(({ answer }) => subjectsIn(answer))),
    };
  };
}

/** Reads what an answer says, purpose by purpose; every value is sealed in the ledger before it is handed on. */
export function openAnswers(rooms: PackageRooms): ExchangeRooms['answers'] {
  return async (question) => {
    const answers: PackedAnswer[] = [];
    for (const { purpose } of question.request.purposes) {
      answers.push(...(await answerUnder(rooms, question, purpose)));
    }
    return answers;
  };
}

/** The numbers of the subjects that an answer speaks of. */
function subjectsIn(answer: string): readonly number[] {
  // Written by our own graph, to `WHOLE`.
  const { data } = JSON.parse(answer) as { readonly data: ToldSubjects | null };
  return data?.subjects.edges.map(({ node }) => Number(node.id.split('.').at(-1))) ?? [];
}

type ToldSubjects = {
  readonly subjects: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
};

async function answerUnder(
  rooms: PackageRooms,
  { kind, request, unit, language, officer }: PackageQuestion,
  purpose: string,
): Promise<readonly PackedAnswer[]> {
  const { graph, ledger, head, gateway } = rooms;
  const caller = {
    officer,
    gateway,
    authority: request.requestingAuthority,
    unit,
    role: 'PARTNER_GATEWAY',
  } as const;
  const grant = partnerGrant(rooms, { standsOn: kind, asker: caller, request, purpose });
  if (grant === null) return [];
  const operation = graph.prepare({ query: WHOLE }, { mayIntrospect: false });
  const judgement = await graph.judge(operation, grant);
  const { authority } = caller;
  const answer = await graph.execute({ operation, grant, judgement, authority, language });
  const visit = { caller, operation, request: request.id, purpose };
  const receipt = await ledger.seal(
    answeredEntry(head, visit, { grant, judgement, answer }),
    answer.body,
  );
  const { origin, index, leafHash, entry, salt, proof, checkpoint } = receipt;
  const text = Buffer.from(answer.body).toString();
  return [
    {
      ...{ purpose, answer: text },
      receipt: { origin, index, leafHash, entry, salt, proof, checkpoint },
    },
  ];
}

const NAME = '{ surname givenName patronymic origin transliteration }';
const BODY = '{ code name }';
const LIABILITY = `{ stage on provision authority ${BODY} }`;
const IMAGE = '{ mediaType content takenOn }';

/** Everything an instrument may open about a person (Articles 5 and 6); what this one does not is withheld by name. */
const WHOLE = `{ subjects(first: 100) { edges { node {
  id nameCyrillic ${NAME} nameLatin ${NAME} sex dateOfBirth placeOfBirth
  citizenships { country since until } citizenshipEvents { kind country on }
  documents { series number issuedOn issuingAuthority ${BODY} use }
  registrations { kind place registeredOn validUntil deregisteredOn authority ${BODY} }
  permits { kind validFrom validUntil indefinite status authority ${BODY} }
  workRights { basis validFrom validUntil indefinite }
  entryBans { kind from until indefinite grounds { code provision text } }
  administrativeLiability ${LIABILITY} criminalLiability ${LIABILITY}
  nationalOfAZE: isNationalOf(state: "AZE") nationalOfKAZ: isNationalOf(state: "KAZ")
  photograph ${IMAGE} fingerprintCard ${IMAGE}
} } } }`;
