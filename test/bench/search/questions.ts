/** What is asked: every row of the corpus, and as many people of the register by one of their own names. */
import type { Identification, NameParts, PersonRecord } from '../../../src/register/index.js';
import { readCorpus } from '../../corpora/names.js';
import { people } from '../people.js';

export interface Question {
  readonly subject: Identification;
  /** The register's key of the person meant. */
  readonly meant: string;
  readonly of: 'corpus' | 'register';
}

/** The questions, corpus and register in turn. Every twentieth of the register's has a slip in its family name. */
export function questions(count: number): readonly Question[] {
  const corpus = readCorpus().map(
    ({ id, asked }): Question => ({ subject: asked, meant: id, of: 'corpus' }),
  );
  const apart = Math.max(1, Math.floor(count / corpus.length));
  const own: Question[] = [];
  let at = 0;
  for (const person of people(count)) {
    at += 1;
    if (at % apart === 0 && isFound(person)) own.push(questionOf(person, own.length));
    if (own.length === corpus.length) break;
  }
  return corpus.flatMap((question, index) => [question, ...own.slice(index, index + 1)]);
}

const isFound = ({ citizenships, dateOfBirth, nameCyrillic }: PersonRecord): boolean =>
  (citizenships ?? []).some(({ country }) => country === 'KAZ' || country === 'AZE') &&
  Boolean(dateOfBirth && nameCyrillic);

function questionOf(person: PersonRecord, number: number): Question {
  const forms = [person.nameCyrillic, person.nameLatin, ...(person.searchNames ?? [])];
  const { surname, givenName, patronymic } = forms[number % forms.length] ?? {};
  const name: NameParts = { surname, givenName, patronymic };
  const said = number % 20 === 0 ? { ...name, surname: slipped(surname ?? '') } : name;
  return {
    subject: { names: [said], dateOfBirth: person.dateOfBirth },
    meant: person.id,
    of: 'register',
  };
}

const slipped = (name: string): string => name.slice(0, 2) + name.slice(3);
