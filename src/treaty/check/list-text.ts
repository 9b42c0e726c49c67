/** The list of the instruments' files as TypeScript, with the unions of what they name: `npm run emit` writes it. */
import type { Authority, State } from '../authority.js';
import type { InstrumentData } from '../instrument-data.js';
import { instrumentFaults } from './check.js';

/** A file of the folder. */
export interface ListedFile {
  readonly file: string;
  /** What a TypeScript file exports it as; null for JSON. */
  readonly name: string | null;
  readonly data: unknown;
}

/** The text of the list, or a line for every fault of every file. */
export function listText(
  files: readonly ListedFile[],
): { readonly text: string } | { readonly faults: readonly string[] } {
  const faults = files.flatMap((one) =>
    instrumentFaults(one.data, besides(files.filter((other) => other !== one))).map(
      ({ code, at }) => `${one.file}: ${code} at ${at}`,
    ),
  );
  return faults.length > 0 ? { faults } : { text: textOf(files) };
}

// Files that are no instruments give nothing; their own faults say so.
const given = (files: readonly ListedFile[]): readonly Partial<InstrumentData>[] =>
  files.flatMap(({ data }) =>
    typeof data === 'object' && data !== null ? [data as Partial<InstrumentData>] : [],
  );

function besides(files: readonly ListedFile[]) {
  const others = given(files);
  const listOf = <T>(list: readonly T[] | undefined): readonly T[] =>
    Array.isArray(list) ? list : [];
  const states = others.flatMap((one) => listOf<State>(one.states));
  const authorities = others.flatMap((one) => listOf<Authority>(one.authorities));
  return {
    states: Object.fromEntries(states.map((one) => [one.country, one])),
    authorities: Object.fromEntries(authorities.map((one) => [one.code, one])),
    instruments: others.flatMap(({ id }) => id ?? []),
  };
}

function textOf(files: readonly ListedFile[]): string {
  // Every file was checked.
  const all = files.map(({ data }) => data as InstrumentData);
  const names = files.map(({ file, name }) => name ?? constantOf(file));
  const imports = files.map(({ file, name }, i) =>
    name === null
      ? `import ${names[i]} from './${file}' with { type: 'json' };`
      : `import { ${name} } from './${file.replace(/\.ts$/, '.js')}';`,
  );
  const data = files.map(({ name }, i) => (name === null ? `fromFile(${names[i]})` : names[i]));
  const isAny = files.some(({ name }) => name === null);
  const purposes = all.flatMap((one) => [
    ...one.purposes,
    ...(one.amendments ?? []).flatMap((amendment) => amendment.purposes ?? []),
  ]);
  return `/** Every instrument of this folder, by the name of its file. Written by \`npm run emit\`, never by hand. */
import ${isAny ? '{ fromFile, type InstrumentData }' : 'type { InstrumentData }'} from '../instrument-data.js';
${imports.join('\n')}

export const DATA: readonly InstrumentData[] = [${data.join(', ')}];

${union(
  'InstrumentId',
  all.map(({ id }) => id),
)}

${union(
  'AuthorityCode',
  all.flatMap(({ authorities = [] }) => authorities.map(({ code }) => code)),
)}

${union(
  'Purpose',
  purposes.map(({ purpose }) => purpose),
)}
`;
}

const constantOf = (file: string): string =>
  file
    .replace(/\.json$/, '')
    .replaceAll('-', '_')
    .toUpperCase();

/** Wide as the formatter leaves it. */
const WIDTH = 100;

function union(name: string, members: readonly string[]): string {
  const quoted = [...new Set(members)].map((member) => `'${member}'`);
  const line = `export type ${name} = ${quoted.join(' | ')};`;
  return line.length <= WIDTH
    ? line
    : `export type ${name} =\n${quoted.map((member) => `  | ${member}`).join('\n')};`;
}
