/** A row of the search as a candidate that can be weighed, and as the officer is shown it. */
import {
  type Candidate,
  type CandidateName,
  isNameScript,
  type NameParts,
  type Ranked,
} from '../../register/index.js';
import type { FoundCandidate } from './question.js';

/** Names and documents are JSON as text: pools differ in how they parse JSON. */
export interface CandidateRow {
  readonly record: string;
  readonly person: string;
  readonly key: Uint8Array;
  readonly dateOfBirth: string | null;
  readonly names: string | null;
  readonly documents: string | null;
}

export interface KnownCandidate extends Candidate {
  readonly record: string;
  readonly key: Uint8Array;
  readonly nameCyrillic: NameParts | null;
  readonly nameLatin: NameParts | null;
}

/** nameCyrillic, nameLatin, a form that is only searched by, another name. */
type NameKind = 'C' | 'L' | 'S' | 'O';
type Part = string | null;
type NameRow = readonly [
  kind: NameKind,
  script: Part,
  surname: Part,
  givenName: Part,
  patronymic: Part,
];

/** Reads a row. */
export function candidateOf({
  record,
  person,
  key,
  dateOfBirth,
  ...row
}: CandidateRow): KnownCandidate {
  // Both are made by our own statement.
  const names = JSON.parse(row.names ?? '[]') as readonly NameRow[];
  const documents = JSON.parse(row.documents ?? '[]') as readonly string[];
  const shown = (kind: NameKind) => {
    const found = names.find(([one]) => one === kind);
    return found === undefined ? null : partsOf(found);
  };
  return {
    record,
    person,
    key,
    dateOfBirth,
    documents,
    names: names.map(nameOf),
    nameCyrillic: shown('C'),
    nameLatin: shown('L'),
  };
}

/** What the officer is told of a candidate. */
export function foundOf({ candidate, score, explanation }: Ranked<KnownCandidate>): FoundCandidate {
  const { person, record, key, nameCyrillic, nameLatin, dateOfBirth } = candidate;
  return { person, record, key, score, explanation, nameCyrillic, nameLatin, dateOfBirth };
}

function nameOf(row: NameRow): CandidateName {
  const [kind, script] = row;
  const known = script !== null && isNameScript(script) ? { script } : {};
  return { ...partsOf(row), ...known, other: kind === 'O' };
}

const partsOf = ([, , surname, givenName, patronymic]: NameRow): NameParts => ({
  surname,
  givenName,
  patronymic,
});
