/**
 * The exact bytes of an answer: `{"errors"?,"data","extensions"?}`, UTF-8. One FIELD_WITHHELD per coordinate, made
 * from the verdicts and never from what was found, so that neither rows nor values show in their number or order.
 */
import type { Language, Notice } from '../../base/index.js';
import type { Grant } from '../../requests/index.js';
import { formatClauses, itemOf } from '../../treaty/index.js';
import { say } from '../../words/index.js';
import type { Judgement } from '../graph.js';
import type { DestroyedPlace } from './apollo.js';
import { Bytes } from './bytes.js';

export interface AnswerParts {
  /** An object, or the bytes of its JSON. */
  readonly data: unknown;
  readonly grant: Grant | null;
  readonly judgement: Judgement;
  /** What of it is destroyed, and where it stood. */
  readonly destroyed?: readonly DestroyedPlace[];
  /** What the schema calls a coordinate of the law; the same where it is left out. */
  readonly servedName?: (coordinate: string) => string;
  readonly notice?: Notice | null;
  readonly language: Language;
}

/** Writes an answer. */
export function answerBody(parts: AnswerParts): Uint8Array {
  const { data, grant, notice = null, language } = parts;
  const bytes = new Bytes();
  const errors = grant === null ? [] : errorsOf(parts, grant);
  bytes.text(errors.length === 0 ? '{"data":' : `{"errors":${JSON.stringify(errors)},"data":`);
  if (data instanceof Uint8Array) bytes.piece(data);
  else bytes.text(JSON.stringify(data));
  if (grant === null) return bytes.text('}').whole();
  const { request, instrument, purpose } = grant;
  const extensions = {
    exchange: { request, instrument: instrument.id, purpose },
    ...(notice === null ? {} : { notice: { code: notice, message: say(language, notice) } }),
  };
  return bytes.text(`,"extensions":${JSON.stringify(extensions)}}`).whole();
}

function errorsOf(parts: AnswerParts, grant: Grant): readonly object[] {
  const { judgement, destroyed = [], servedName = (coordinate) => coordinate, language } = parts;
  const words = { grant, servedName, language };
  const gone = [...destroyed].sort((a, b) => comparePaths(a.path, b.path));
  return [
    ...judgement.withheld.map((one) => withheldError(one, words)),
    ...gone.map((place) => destroyedError(place, words)),
  ];
}

interface Telling extends Required<Pick<AnswerParts, 'servedName' | 'language'>> {
  readonly grant: Grant;
}

type Path = DestroyedPlace['path'];

// Resolvers end in any order; the errors stand in one.
function comparePaths(a: Path, b: Path): number {
  const at = a.findIndex((key, index) => key !== b[index]);
  const [left, right] = [a[at] ?? '', b[at] ?? ''];
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left) < String(right) ? -1 : 1;
}

function destroyedError(
  { fault: { coordinate }, path, locations }: DestroyedPlace,
  { grant: { instrument, purpose }, servedName, language }: Telling,
): object {
  return {
    message: say(language, 'DESTROYED'),
    ...{ locations, path },
    extensions: {
      code: 'DESTROYED',
      coordinate: servedName(coordinate),
      item: itemOf(coordinate) ?? null,
      instrument: instrument.id,
      purpose,
      clause: '11(5)',
    },
  };
}

function withheldError(
  { asked, basis }: Judgement['withheld'][number],
  { grant: { instrument, purpose }, servedName, language }: Telling,
): object {
  const { coordinate, item, locations, paths } = asked;
  return {
    message: say(language, 'FIELD_WITHHELD'),
    locations,
    extensions: {
      code: 'FIELD_WITHHELD',
      coordinate: servedName(coordinate),
      item,
      instrument: instrument.id,
      purpose,
      clause: basis.length === 0 ? null : formatClauses(basis),
      paths,
    },
  };
}
