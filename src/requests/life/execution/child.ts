/** Children (A-10.4d): the officer records the age, the coordinator decides on biometrics and liability. */
import { CHILD_ITEMS } from '../../../treaty/index.js';
import {
  type ChildDecision,
  type Noted,
  refuse,
  type Sheet,
  type SubjectAge,
  withoutOutcomes,
} from './sheet.js';

/** Records whether a subject is a child. What was decided or disclosed on another footing falls. */
export function recordAge(sheet: Sheet, n: number, child: boolean): Noted {
  if (!sheet.ages.some((age) => age.n === n)) return refuse('NOT_WANTED');
  return { sheet: withAge(sheet, { n, child, decision: null }) };
}

/** Records the coordinator's decision on a child. What was disclosed on an earlier one falls. */
export function decideForChild(sheet: Sheet, n: number, decision: ChildDecision): Noted {
  if (decision.by.role !== 'COORDINATOR' || decision.by.side !== 'REQUESTED') {
    return refuse('NOT_THIS_ROLE');
  }
  if (decision.reason.trim() === '') return refuse('CONTENT_MISSING');
  const age = sheet.ages.find((one) => one.n === n);
  if (age === undefined) return refuse('NOT_WANTED');
  if (age.child === null) return refuse('AGE_NOT_RECORDED');
  return { sheet: withAge(sheet, { ...age, decision }) };
}

function withAge(sheet: Sheet, changed: SubjectAge): Sheet {
  const ages = sheet.ages.map((age) => (age.n === changed.n ? changed : age));
  return { ...sheet, ages, outcomes: withoutOutcomes(sheet, changed.n, [...CHILD_ITEMS]) };
}
