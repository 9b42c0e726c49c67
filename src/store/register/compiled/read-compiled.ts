/**
 * A page of subjects read whole: PostgreSQL finds them under the grant and writes their JSON, and its bytes are handed on
 * as they came. The same work, in one statement, whatever is found (A-10.4c).
 */
import { LANGUAGES, type Language } from '../../../base/index.js';
import { issuingBodies, issuingBodyOf } from '../../../register/index.js';
import type { GrantSubject } from '../../../requests/index.js';
import type { Lanes } from '../../lanes.js';
import type { CompiledAsk, CompiledPage, CompiledSubject } from '../../reader.js';
import { type Admitted, readAdmitted } from '../admission.js';
import { runRaw, type Values } from '../statement.js';
import { compile } from './compile.js';
import type { KeptStatements } from './kept-statements.js';

/**
 * Reads one page under one grant and one ticket; `values` are those of the operation. Rejects as every reader does, and
 * with GrantOutdated where the request is no longer what the grant was weighed from.
 */
export async function readCompiled(
  { lanes, statements }: { readonly lanes: Lanes; readonly statements: KeptStatements },
  { grant, page, outlines, withheldFrom, language }: CompiledAsk,
  values: Values,
): Promise<CompiledPage | undefined> {
  const namesIn = (asked: unknown) => officialNames(languageOf(asked, language));
  const compiled = compile(outlines, { grant, withheldFrom, namesIn, statements });
  if (compiled === undefined) return undefined;
  const { statement, given, standingOf } = compiled;
  const { first, isAsked } = page;
  const asked = grant.subjects.filter(({ n }) => isAsked(n));
  const { admitted, rows } = await readAdmitted(lanes, { grant, subjects: asked, first }, (lane) =>
    runRaw(lane, statement, {
      ...values,
      ...given.values,
      numbers: `{${asked.map(({ n }) => n).join()}}`,
      standings: `{${asked.map(standingOf).join()}}`,
    }),
  );
  const found = foundIn(admitted, rows, grant.subjects);
  return { ticket: admitted.ticket, found, more: admitted.found.length > first };
}

function foundIn(
  admitted: Admitted,
  rows: readonly (readonly (Buffer | null)[])[],
  subjects: readonly GrantSubject[],
): readonly CompiledSubject[] {
  const byNumber = new Map(subjects.map((subject) => [subject.n, subject]));
  const keys = new Map(admitted.found.map(({ n, key }) => [n, key]));
  return rows
    .flatMap(([n, ...texts]) => {
      const subject = byNumber.get(Number(n));
      const key = keys.get(Number(n));
      return subject === undefined || key === undefined ? [] : [{ subject, key, texts }];
    })
    .sort((a, b) => a.subject.n - b.subject.n);
}

// As the schema has it: without an argument in the caller's own; in a language that nobody has a name in, none.
function languageOf(asked: unknown, own: Language): Language | undefined {
  return asked == null ? own : LANGUAGES.find((tag) => tag === asked);
}

const NAMES = new Map<Language | undefined, string>(
  [undefined, ...LANGUAGES].map((language) => [language, writeNames(language)]),
);

/** Code to the JSON text of the official name. */
const officialNames = (language: Language | undefined): string => NAMES.get(language) ?? '{}';

function writeNames(language: Language | undefined): string {
  const names = issuingBodies().map((code) => {
    const name = language === undefined ? null : (issuingBodyOf(code)?.name[language] ?? null);
    return [code, JSON.stringify(name)];
  });
  return JSON.stringify(Object.fromEntries(names));
}
