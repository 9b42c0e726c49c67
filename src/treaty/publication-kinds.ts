/** What the instruments have their authorities exchange for everybody to read (A-3.1(1), A-3.1(3), B-1a, B-2, B-3a, B-4a). Closed. */
export const PUBLICATION_KINDS = [
  'LEGISLATION',
  'LEGISLATION_CHANGE',
  'METHOD',
  'COMPARISON',
  'EXPERIENCE',
  'CAMPAIGN',
  'PRACTICE_NOTE',
  'STATISTICS',
] as const;
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];
