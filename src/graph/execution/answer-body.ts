/**
 * The exact bytes of an answer: `{"errors"?,"data","extensions"?}`, UTF-8. One FIELD_WITHHELD per coordinate, made
 * from the verdicts and never from what was found, so that neither rows nor values show in their number or order.
 */
import type { Language } from '../../base/index.js';
import type { Grant } from '../../requests/index.js';
import { formatClauses } from '../../treaty/index.js';
import { say } from '../../words/index.js';
import type { Judgement } from '../graph.js';
import { Bytes } from './bytes.js';

export interface AnswerParts {
  /** An object, or the bytes of its JSON. */
  readonly data: unknown;
  readonly grant: Grant | null;
  readonly judgement: Judgement;
  readonly language: Language;
}

/** Writes an answer. */
export function answerBody({ data, grant, judgement, language }: AnswerParts): Uint8Array {
  const bytes = new Bytes();
  const errors =
    (grant && judgement.withheld.map((one) => withheldError(one, grant, language))) ?? [];
  bytes.text(errors.length === 0 ? '{"data":' : `{"errors":${JSON.stringify(errors)},"data":`);
  if (data instanceof Uint8Array) bytes.piece(data);
  else bytes.text(JSON.stringify(data));
  if (grant === null) return bytes.text('}').whole();
  const { request, instrument, purpose } = grant;
  const extensions = { exchange: { request, instrument: instrument.id, purpose } };
  return bytes.text(`,"extensions":${JSON.stringify(extensions)}}`).whole();
}

function withheldError(
  { asked, basis }: Judgement['withheld'][number],
  { instrument, purpose }: Grant,
  language: Language,
): object {
  const { coordinate, item, locations, paths } = asked;
  return {
    message: say(language, 'FIELD_WITHHELD'),
    locations,
    extensions: {
      code: 'FIELD_WITHHELD',
      coordinate,
      item,
      instrument: instrument.id,
      purpose,
      clause: basis.length === 0 ? null : formatClauses(basis),
      paths,
    },
  };
}
