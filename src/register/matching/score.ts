/**
 * How likely a person of the register is the one a request speaks of, and why: which part agreed how. For the executing
 * officer, who confirms or states no hit (10(1)); a partner is never told a candidate, a number of them or a score.
 */
import { type NameParts, scriptOfParts } from '../names/name-key.js';
import { type BirthAgreement, birthAgreement } from './birth-agreement.js';
import { documentKeys } from './document-key.js';
import type { Candidate, CandidateName, Identification } from './identification.js';
import {
  type HeardPart,
  hear,
  type NameAgreement,
  type PartAgreement,
  partAgreement,
} from './name-agreement.js';

export const DOCUMENT_AGREEMENTS = ['SAME_NUMBER', 'DIFFERENT', 'NOT_KNOWN', 'NOT_STATED'] as const;
export type DocumentAgreement = (typeof DOCUMENT_AGREEMENTS)[number];

/** Which part agreed how. Holds no value of the register, so that a former name is told apart and never shown. */
export interface Explanation {
  readonly surname: NameAgreement;
  readonly givenName: NameAgreement;
  readonly patronymic: NameAgreement;
  /** Whether it was a name the person bears, or a former or other one. */
  readonly name: 'CURRENT' | 'OTHER';
  /** Whether surname and given name had changed places. */
  readonly order: 'AS_STATED' | 'SWAPPED';
  readonly dateOfBirth: BirthAgreement;
  readonly document: DocumentAgreement;
}

export interface Score {
  /** 0 to 1, three decimals. No probability: it ranks. */
  readonly score: number;
  readonly explanation: Explanation;
}

/** An identification made ready to be compared with many candidates. */
export interface Prepared {
  readonly names: readonly HeardName[];
  readonly identification: Identification;
  readonly documents: readonly string[];
}

interface HeardName {
  readonly order: Explanation['order'];
  readonly surname: HeardPart | undefined;
  readonly givenName: HeardPart | undefined;
  readonly patronymic: HeardPart | undefined;
}

interface NameScore {
  readonly worth: number;
  readonly weight: number;
  readonly explanation: Pick<
    Explanation,
    'surname' | 'givenName' | 'patronymic' | 'name' | 'order'
  >;
}

const WEIGHTS = { surname: 35, givenName: 25, patronymic: 12 } as const;
const SWAPPED_WORTH = 0.9;
/** A name that is not borne today stands a little behind one that is. */
const OTHER_WORTH = 0.97;

const BIRTH: Readonly<Record<BirthAgreement, { readonly worth: number; readonly weight: number }>> =
  {
    SAME: { worth: 1, weight: 30 },
    WITHIN: { worth: 0.9, weight: 30 },
    DAY_AND_MONTH_SWAPPED: { worth: 0.7, weight: 30 },
    ONE_PART_DIFFERS: { worth: 0.55, weight: 30 },
    DIFFERENT: { worth: 0, weight: 30 },
    NOT_KNOWN: { worth: 0.5, weight: 30 },
    NOT_STATED: { worth: 0, weight: 0 },
  };

// The same number outweighs what a name can say; another one says little: papers are renewed.
const DOCUMENT: Readonly<
  Record<DocumentAgreement, { readonly worth: number; readonly weight: number }>
> = {
  SAME_NUMBER: { worth: 1, weight: 60 },
  DIFFERENT: { worth: 0.4, weight: 10 },
  NOT_KNOWN: { worth: 0.5, weight: 10 },
  NOT_STATED: { worth: 0, weight: 0 },
};

const NO_NAME: NameScore = {
  worth: 0,
  weight: 0,
  explanation: {
    surname: 'NOT_STATED',
    givenName: 'NOT_STATED',
    patronymic: 'NOT_STATED',
    name: 'CURRENT',
    order: 'AS_STATED',
  },
};

/** Makes an identification ready. */
export function prepare(identification: Identification): Prepared {
  const { names, documents } = identification;
  return {
    identification,
    names: names.flatMap((name) => [heard(name, 'AS_STATED'), heard(swapped(name), 'SWAPPED')]),
    documents: (documents ?? []).flatMap(documentKeys),
  };
}

/** The score of one candidate, explained. */
export function score(identification: Identification, candidate: Candidate): Score {
  return scorePrepared(prepare(identification), candidate);
}

/** As `score`, of an identification that `prepare` made ready. */
export function scorePrepared(asked: Prepared, candidate: Candidate): Score {
  const { explanation, ...name } = bestName(asked, candidate.names);
  const dateOfBirth = birthAgreement(asked.identification.dateOfBirth, candidate.dateOfBirth);
  const document = documentAgreement(asked.documents, candidate.documents);
  const parts = [name, BIRTH[dateOfBirth], DOCUMENT[document]];
  return {
    score: Math.round(weighed(parts) * 1000) / 1000,
    explanation: { ...explanation, dateOfBirth, document },
  };
}

const swapped = (name: NameParts): NameParts => ({
  ...name,
  surname: name.givenName,
  givenName: name.surname,
});

function heard(name: NameParts, order: Explanation['order']): HeardName {
  const script = name.script ?? scriptOfParts(name);
  return {
    order,
    surname: hear(name.surname, script, 'surname'),
    givenName: hear(name.givenName, script, 'givenName'),
    patronymic: hear(name.patronymic, script, 'patronymic'),
  };
}

// The first of equals: names as stated before swapped ones, names borne before others.
function bestName({ names }: Prepared, recorded: readonly CandidateName[]): NameScore {
  let best = NO_NAME;
  for (const own of recorded) {
    const known = heard(own, 'AS_STATED');
    for (const stated of names) {
      const found = nameScore(stated, known, own.other);
      if (best === NO_NAME || found.worth > best.worth) best = found;
    }
  }
  return best;
}

function nameScore(stated: HeardName, known: HeardName, other: boolean): NameScore {
  const surname = partAgreement(stated.surname, known.surname);
  const givenName = partAgreement(stated.givenName, known.givenName);
  const patronymic = partAgreement(stated.patronymic, known.patronymic);
  const parts = [
    weigh(surname, WEIGHTS.surname),
    weigh(givenName, WEIGHTS.givenName),
    weigh(patronymic, WEIGHTS.patronymic),
  ];
  const order = stated.order === 'SWAPPED' ? SWAPPED_WORTH : 1;
  return {
    worth: weighed(parts) * order * (other ? OTHER_WORTH : 1),
    weight: parts.reduce((sum, { weight }) => sum + weight, 0),
    explanation: {
      surname: surname.agreement,
      givenName: givenName.agreement,
      patronymic: patronymic.agreement,
      name: other ? 'OTHER' : 'CURRENT',
      order: stated.order,
    },
  };
}

const weigh = ({ agreement, worth }: PartAgreement, weight: number) =>
  agreement === 'NOT_STATED' ? { worth: 0, weight: 0 } : { worth, weight };

function weighed(parts: readonly { readonly worth: number; readonly weight: number }[]): number {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  return weight === 0 ? 0 : parts.reduce((sum, part) => sum + part.worth * part.weight, 0) / weight;
}

function documentAgreement(
  stated: readonly string[],
  recorded: readonly string[],
): DocumentAgreement {
  if (stated.length === 0) return 'NOT_STATED';
  if (recorded.length === 0) return 'NOT_KNOWN';
  return stated.some((key) => recorded.includes(key)) ? 'SAME_NUMBER' : 'DIFFERENT';
}
