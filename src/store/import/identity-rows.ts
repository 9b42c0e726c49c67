/** Who a person is, as rows: names, the keys they are found by, images. */
import {
  type ImageRecord,
  isNameScript,
  type NameScript,
  type PersonRecord,
  searchKey,
} from '../../register/index.js';
import type { Rows } from './rows.js';

/** Adds the rows of names and images. */
export function addIdentity(rows: Rows, recordId: bigint, person: PersonRecord): void {
  const { nameCyrillic, nameLatin, otherNames, photograph, fingerprintCard } = person;
  if (nameCyrillic) rows.nameCyrillic.add({ recordId, ...nameCyrillic });
  if (nameLatin) rows.nameLatin.add({ recordId, ...nameLatin });
  otherNames?.forEach((name, ordinal) => {
    rows.otherName.add({ recordId, ordinal, ...name });
  });
  addSearchNames(rows, recordId, person);
  if (photograph) rows.photograph.add({ recordId, ...imageRow(photograph) });
  if (fingerprintCard) rows.fingerprintCard.add({ recordId, ...imageRow(fingerprintCard) });
}

function imageRow({ mediaType, content, takenOn }: ImageRecord) {
  const bytes = content ? Buffer.from(content, 'base64') : null;
  return { mediaType, content: bytes, takenOn };
}

interface NameForm {
  readonly surname?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  readonly patronymic?: string | null | undefined;
}

const inCyrillic = /\p{Script=Cyrillic}/u;

/**
 * Forms that are only searched by keep their letters; of names that stand in their own tables only the key is added.
 */
function addSearchNames(rows: Rows, recordId: bigint, person: PersonRecord): void {
  const { searchNames, nameCyrillic, nameLatin, otherNames } = person;
  let ordinal = 0;
  const add = (form: NameForm | null | undefined, script: NameScript, shown: NameForm) => {
    const key = form ? keyOf(form, script) : '';
    if (key === '') return;
    rows.searchName.add({ recordId, ordinal, script, searchKey: key, ...shown });
    ordinal += 1;
  };
  for (const { script, surname, givenName, patronymic } of searchNames ?? []) {
    const form = { surname, givenName, patronymic };
    if (isNameScript(script)) add(form, script, form);
  }
  add(nameCyrillic, 'ru-Cyrl', {});
  add(nameLatin, 'und-Latn', {});
  for (const name of otherNames ?? []) add(name, scriptOf(name), {});
}

const scriptOf = ({ surname, givenName }: NameForm): NameScript =>
  inCyrillic.test(surname ?? givenName ?? '') ? 'ru-Cyrl' : 'und-Latn';

/** Surname, given name and patronymic as one key, a space between them. */
function keyOf({ surname, givenName, patronymic }: NameForm, script: NameScript): string {
  const parts = [surname, givenName, patronymic].map((part) =>
    part ? searchKey(part, script) : '',
  );
  return parts.filter((part) => part !== '').join(' ');
}
