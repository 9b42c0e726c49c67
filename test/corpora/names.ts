/** The corpus as people to register and identifications to look for them by. */
import { readFileSync } from 'node:fs';
import type { Identification, PersonRecord } from '../../src/register/index.js';

/** A row of `names.tsv`. */
export interface CorpusRow {
  readonly id: string;
  readonly kind: string;
  readonly registered: PersonRecord;
  readonly asked: Identification;
  readonly source: string;
  readonly madeOn: string;
}

/** Reads the corpus. */
export function readCorpus(): readonly CorpusRow[] {
  const text = readFileSync(new URL('names.tsv', import.meta.url), 'utf8');
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const columns = header.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return rowOf((column) => cells[columns.indexOf(column)] ?? '');
  });
}

type Cell = (column: string) => string;

function rowOf(cell: Cell): CorpusRow {
  const birth = cell('asked_birth');
  return {
    id: cell('id'),
    kind: cell('kind'),
    registered: personOf(cell),
    // As a request comes: nobody says which alphabet the letters are of.
    asked: {
      names: [
        {
          surname: cell('asked_surname'),
          givenName: cell('asked_given_name'),
          patronymic: cell('asked_patronymic'),
        },
      ],
      ...(birth !== '' && { dateOfBirth: birth }),
    },
    source: cell('source'),
    madeOn: cell('made_on'),
  };
}

/** The person with its name in one script alone, so that nothing but the spellings themselves brings the two together. */
function personOf(cell: Cell): PersonRecord {
  const script = cell('script');
  const name = {
    surname: cell('surname'),
    givenName: cell('given_name'),
    ...(cell('patronymic') !== '' && { patronymic: cell('patronymic') }),
  };
  const shown = { 'ru-Cyrl': 'nameCyrillic', 'az-Latn': 'nameLatin', 'und-Latn': 'nameLatin' }[
    script
  ];
  return {
    id: cell('id'),
    sex: cell('sex') === 'FEMALE' ? 'FEMALE' : 'MALE',
    dateOfBirth: cell('date_of_birth'),
    citizenships: [{ country: 'KAZ' }],
    ...(shown === undefined ? { searchNames: [{ script, ...name }] } : { [shown]: name }),
  };
}
