/** One name in two spellings that people know to be the same. */
export interface NamePair {
  readonly own: string;
  readonly russian: string;
}

/** Reads a table of `own|russian`, set apart by white space. */
export function pairs(table: string): readonly [NamePair, ...NamePair[]] {
  const [first, ...rest] = table.trim().split(/\s+/).map(pairOf);
  if (first === undefined) throw new RangeError('a table of names is empty');
  return [first, ...rest];
}

function pairOf(entry: string): NamePair {
  const [own = '', russian = ''] = entry.split('|');
  if (own === '' || russian === '') throw new RangeError('a name lacks a spelling');
  return { own, russian };
}
