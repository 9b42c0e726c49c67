/** What is wrong with the persons a request is about: who cannot be looked for, and what contradicts. */
import { earliestDay, isCountryCode, isPartialDate } from '../../register/index.js';
import { dayOf, type Instrument } from '../../treaty/index.js';
import type { DraftFault, DraftFaultCode } from './draft-fault.js';
import { type MachineReadableZone, readMrz } from './mrz.js';
import { scriptFault } from './name-script.js';
import type { DocumentSubject, RequestDocument, SubjectName } from './request-document.js';

const PARTS = ['surname', 'givenName', 'patronymic'] as const;
const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

/** The faults of every subject; of there being none; of there being any where no text allows one. */
export function subjectFaults(
  document: RequestDocument,
  instrument: Instrument,
): readonly DraftFault[] {
  const { subjects } = document;
  // A name in a request is personal data already: the memorandum is no basis for it (B-8b).
  if (instrument.bindingForce === 'NONE') {
    return subjects.map((_, i) => ({ code: 'SUBJECT_WITHOUT_BASIS', at: `subjects[${i}]` }));
  }
  if (subjects.length === 0) return [{ code: 'SUBJECT_MISSING', at: 'subjects' }];
  return subjects.flatMap((subject, i) =>
    [
      ...identity(subject),
      ...subject.names.flatMap((name, at) => nameFaults(name, `names[${at}]`)),
      ...particulars(subject, instrument),
      ...birth(subject, document),
      ...zone(subject, document),
    ].map(({ code, at }) => ({ code, at: at === '' ? `subjects[${i}]` : `subjects[${i}].${at}` })),
  );
}

// A birth date, a sex or a citizenship alone finds nobody: a name, a document or a zone does.
function identity({ names, documents, mrz }: DocumentSubject): readonly DraftFault[] {
  const isNamed = names.some((name) => !PARTS.every((part) => isBlank(name[part])));
  const hasDocument = documents.some(({ number }) => !isBlank(number));
  if (isNamed || hasDocument || !isBlank(mrz)) return [];
  return [{ code: 'SUBJECT_UNIDENTIFIED', at: '' }];
}

function nameFaults(name: SubjectName, at: string): readonly DraftFault[] {
  if (PARTS.every((part) => isBlank(name[part]))) return [{ code: 'NAME_EMPTY', at }];
  return PARTS.flatMap((part) => {
    const code = scriptFault(name[part] ?? '', name.script);
    return code === undefined ? [] : [{ code, at: `${at}.${part}` }];
  });
}

function particulars(
  { citizenship, documents }: DocumentSubject,
  { parties, rows }: Instrument,
): readonly DraftFault[] {
  const without = documents.flatMap(({ number }, at) =>
    isBlank(number) ? fault('DOCUMENT_NUMBER_MISSING', `documents[${at}].number`) : [],
  );
  if (citizenship === null) return without;
  if (!isCountryCode(citizenship)) return [...without, ...fault('COUNTRY_UNKNOWN', 'citizenship')];
  const isInScope =
    !rows.nationalsOfPartiesOnly || parties.some(({ country }) => country === citizenship);
  return isInScope ? without : [...without, ...fault('CITIZENSHIP_OF_NO_PARTY', 'citizenship')];
}

function birth(
  { dateOfBirth }: DocumentSubject,
  { writtenAt }: RequestDocument,
): readonly DraftFault[] {
  if (dateOfBirth === null || !isPartialDate(dateOfBirth)) return [];
  const isLater = earliestDay(dateOfBirth) > dayOf(Date.parse(writtenAt));
  return isLater ? fault('BORN_AFTER_WRITING', 'dateOfBirth') : [];
}

function zone(subject: DocumentSubject, { writtenAt }: RequestDocument): readonly DraftFault[] {
  if (subject.mrz === null || isBlank(subject.mrz)) return [];
  const { zone: read, faults } = readMrz(subject.mrz, dayOf(Date.parse(writtenAt)));
  if (read === null) return fault('MRZ_UNREADABLE', 'mrz');
  return [
    ...(faults.length > 0 ? fault('MRZ_CHECK_DIGIT', 'mrz') : []),
    ...(contradicts(read, subject) ? fault('MRZ_CONTRADICTS', 'mrz') : []),
  ];
}

function contradicts(
  { number, dateOfBirth: born }: MachineReadableZone,
  { dateOfBirth, documents }: DocumentSubject,
): boolean {
  const isOtherNumber =
    documents.length > 0 &&
    !documents.some((document) => bare(`${document.series ?? ''}${document.number}`) === number);
  const isOtherDate =
    born !== null &&
    dateOfBirth !== null &&
    // The zone has no century: it is not compared.
    !born.slice(2).startsWith(dateOfBirth.slice(2)) &&
    !dateOfBirth.slice(2).startsWith(born.slice(2));
  return isOtherNumber || isOtherDate;
}

const bare = (number: string): string => number.toUpperCase().replace(/[^A-Z0-9]/g, '');
const fault = (code: DraftFaultCode, at: string): readonly DraftFault[] => [{ code, at }];
