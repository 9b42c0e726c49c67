/** What the scanner finds in a text that is to leave: where, of which kind, how sure it is. Never the value. */

/**
 * MRZ: machine readable zone (ICAO Doc 9303). DOCUMENT_NUMBER: of a passport, card, permit, or a personal number.
 * NAME_AND_BIRTH_DATE: a person's name with a date of birth near it. BANK_ACCOUNT: an IBAN. CONTACT: an e-mail address or
 * a telephone number. ENCODED: what is written so that it cannot be read. IMAGE: a picture, or a file that may hold one:
 * a person has to look at it.
 */
export const FINDING_KINDS = [
  'MRZ',
  'DOCUMENT_NUMBER',
  'NAME_AND_BIRTH_DATE',
  'BANK_ACCOUNT',
  'CONTACT',
  'ENCODED',
  'IMAGE',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** By what it was recognised. */
export const FINDING_SIGNS = [
  'CHECK_DIGITS',
  'FORM',
  'NAMED_AS_SUCH',
  'BIRTH_NAMED',
  'DATE_BESIDE_NAME',
  'FILE_FORM',
] as const;
export type FindingSign = (typeof FINDING_SIGNS)[number];

export type Finding = {
  readonly kind: FindingKind;
  /** Offsets in UTF-16 code units of the text as it was given; of a file that is no text, 0 and its length in bytes. */
  readonly from: number;
  readonly to: number;
  /** 1 to 3: may be, is likely, is. */
  readonly weight: 1 | 2 | 3;
  readonly why: FindingSign;
};

/** In the order of the text, of each kind none that overlap, and in a zone or an account nothing but that. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const kept = FINDING_KINDS.flatMap((kind) => joined(findings.filter((one) => one.kind === kind)));
  const ordered = kept.sort((a, b) => a.from - b.from || b.to - a.to);
  let end = 0;
  return ordered.filter(({ kind, to }) => {
    const isWhole = kind === 'MRZ' || kind === 'BANK_ACCOUNT';
    const isInside = to <= end;
    if (isWhole) end = Math.max(end, to);
    return isWhole || !isInside;
  });
}

/** Findings of one kind: those that overlap as one, as sure as the surer of them. */
function joined(findings: readonly Finding[]): readonly Finding[] {
  const kept: Finding[] = [];
  for (const finding of [...findings].sort((a, b) => a.from - b.from)) {
    const last = kept.at(-1);
    if (last === undefined || finding.from >= last.to) kept.push(finding);
    else {
      const surer = finding.weight > last.weight ? finding : last;
      kept[kept.length - 1] = { ...surer, from: last.from, to: Math.max(last.to, finding.to) };
    }
  }
  return kept;
}
