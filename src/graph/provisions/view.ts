/** From a provision as it is kept to the provision as its officers see it. */
import { canonicalJson } from '../../base/index.js';
import { provisionFaults, sheetGaps } from '../../requests/index.js';
import type { ListedProvision } from '../../store/index.js';
import type { CaseLaw } from '../cases/view/case-view.js';
import { conditionsOf } from '../cases/view/outcomes-of.js';
import type { ProvisionInputFault } from './faults.js';
import type { Provision, ProvisionSubject } from './types.js';

/** The provision; nothing of by what its persons are looked for, nothing of what was given. */
export function provisionView(file: ListedProvision, law: CaseLaw, now: number): Provision {
  const { provision, state, side, motions, officers } = file;
  const { id, instrument, purpose, basis, justification, keepUntil } = provision;
  return {
    ...{ id, state, side, instrument, purpose, basis, justification, keepUntil, officers },
    provider: { code: provision.provider },
    recipient: { code: provision.recipient },
    subjects: provision.subjects.map((subject) => subjectOf(file, subject)),
    conditions: conditionsOf(provision),
    document: canonicalJson(provision),
    draftFaults: state === 'DRAFT' ? faultsIn(file, law, now) : [],
    steps: motions.map(({ move, by, at }) => ({ move, at, role: by.role, officer: by.officer })),
  };
}

function subjectOf(
  { sheet }: ListedProvision,
  { n, items }: ListedProvision['provision']['subjects'][number],
): ProvisionSubject {
  if (sheet === null) return { n, items, match: null, child: null, childDecision: null };
  const age = sheet.ages.find((one) => one.n === n);
  const decision = age?.decision ?? null;
  return {
    ...{ n, items, child: age?.child ?? null },
    match: sheet.matches[n] === undefined ? 'UNDECIDED' : 'FOUND',
    childDecision: decision && { ...decision, officer: decision.by.officer },
  };
}

function faultsIn(
  { provision, sheet }: ListedProvision,
  { instruments }: CaseLaw,
  now: number,
): readonly ProvisionInputFault[] {
  const instrument = instruments.get(provision.instrument);
  if (instrument === undefined) return [{ code: 'INSTRUMENT_UNKNOWN', at: 'document.instrument' }];
  const gaps = sheet === null ? [] : sheetGaps(provision, sheet);
  return [
    ...provisionFaults(provision, instrument, now).map((code) => ({ code, at: 'document' })),
    ...gaps.map(({ n, code }) => ({ code, at: `document.subjects[${n - 1}]` })),
  ];
}
