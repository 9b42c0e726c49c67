/**
 * The exact bytes of an answer: `{"errors"?,"data","extensions"?}`, UTF-8. One FIELD_WITHHELD per coordinate, made
 * from the verdicts and never from what was found, so that neither rows nor values show in their number or order.
 */
import type { Language } from '../../base/index.js';
import type { Grant } from '../../requests/index.js';
import { formatClauses } from '../../treaty/index.js';
import { say } from '../../words/index.js';
import type { Judgement } from '../graph.js';

export interface AnswerParts {
  readonly data: unknown;
  readonly grant: Grant | null;
  readonly judgement: Judgement;
  readonly language: Language;
}

/** Writes an answer. */
export function answerBody({ data, grant, judgement, language }: AnswerParts): Uint8Array {
  if (grant === null) return bytesOf({ data });
  const errors = judgement.withheld.map((one) => withheldError(one, grant, language));
  const { request, instrument, purpose } = grant;
  const extensions = { exchange: { request, instrument: instrument.id, purpose } };
  return bytesOf(errors.length === 0 ? { data, extensions } : { errors, data, extensions });
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

const bytesOf = (answer: object): Uint8Array => Buffer.from(JSON.stringify(answer));
