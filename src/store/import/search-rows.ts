/**
 * What a person is found by, as rows: phonetic keys of every name the record has, former ones too, and document
 * numbers. A paper that betrays protection is found by nobody (A-10.4c).
 */
import {
  asylumBodies,
  documentKeys,
  isNameScript,
  type NameKeys,
  type NameParts,
  nameKeys,
  type PersonRecord,
} from '../../register/index.js';
import type { Rows } from './rows.js';

/** Adds the rows that a person is found by. */
export function addSearchKeys(rows: Rows, recordId: bigint, person: PersonRecord): void {
  const seen = new Set<string>();
  const dateOfBirth = person.dateOfBirth ?? '';
  const add = (name: NameParts | null | undefined, other: boolean) => {
    if (!name) return;
    for (const keys of nameKeys(name)) {
      const known = textOf(keys);
      if (seen.has(known)) continue;
      rows.nameKey.add({ recordId, ordinal: seen.size, other, dateOfBirth, ...keys });
      seen.add(known);
    }
  };
  add(person.nameCyrillic && withoutScript(person.nameCyrillic), false);
  add(person.nameLatin && withoutScript(person.nameLatin), false);
  for (const { script, ...name } of person.searchNames ?? []) {
    add(isNameScript(script) ? { ...name, script } : name, false);
  }
  for (const name of person.otherNames ?? []) add(withoutScript(name), true);
  addDocumentKeys(rows, recordId, person);
}

const textOf = ({ surname, surnameSound, givenName, patronymic }: NameKeys): string =>
  `${surname} ${surnameSound} ${givenName} ${patronymic}`;

// A record's names say of themselves neither script nor alphabet: their letters do.
const withoutScript = ({ surname, givenName, patronymic }: NameParts): NameParts => ({
  surname,
  givenName,
  patronymic,
});

const ASYLUM_BODIES: ReadonlySet<string> = new Set(asylumBodies());

function addDocumentKeys(rows: Rows, recordId: bigint, { documents }: PersonRecord): void {
  const open = (documents ?? []).filter(
    ({ refugee, issuingAuthority }) =>
      refugee !== true && !ASYLUM_BODIES.has(issuingAuthority?.code ?? ''),
  );
  for (const [ordinal, number] of [...new Set(open.flatMap(documentKeys))].entries()) {
    rows.documentKey.add({ recordId, ordinal, number });
  }
}
