/** The texts that a batch is gathered in: one for each table of the register. */
import * as tables from '../schema/register.js';
import { documentKey, nameKey } from '../schema/search.js';
import { CopyText } from './copy-text.js';

/** The texts of all tables, the person's own first: the others refer to it. */
export function openRows() {
  return {
    person: new CopyText(tables.person),
    subjectKey: new CopyText(tables.subjectKey),
    nameCyrillic: new CopyText(tables.nameCyrillic),
    nameLatin: new CopyText(tables.nameLatin),
    otherName: new CopyText(tables.otherName),
    searchName: new CopyText(tables.searchName),
    citizenship: new CopyText(tables.citizenship),
    citizenshipBelonging: new CopyText(tables.citizenshipBelonging),
    citizenshipEvent: new CopyText(tables.citizenshipEvent),
    document: new CopyText(tables.document),
    administrativeLiability: new CopyText(tables.administrativeLiability),
    criminalLiability: new CopyText(tables.criminalLiability),
    registration: new CopyText(tables.registration),
    permit: new CopyText(tables.permit),
    workRight: new CopyText(tables.workRight),
    entryBan: new CopyText(tables.entryBan),
    entryBanGround: new CopyText(tables.entryBanGround),
    photograph: new CopyText(tables.photograph),
    fingerprintCard: new CopyText(tables.fingerprintCard),
    travelLeg: new CopyText(tables.travelLeg),
    nameKey: new CopyText(nameKey),
    documentKey: new CopyText(documentKey),
  };
}
export type Rows = ReturnType<typeof openRows>;
