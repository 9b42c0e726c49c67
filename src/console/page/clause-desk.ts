/** What the clauses of an instrument say, as the gateway tells it: asked once for each instrument, public to any caller. */
import type { Access } from './access.js';
import { post, statedHeaders } from './endpoint.js';

export interface ClauseText {
  readonly clause: string;
  readonly language: string;
  readonly text: string;
  readonly prevails: boolean;
}

/** The texts of an instrument that are at hand, and the language that prevails. */
export interface InstrumentTexts {
  readonly prevailing: string;
  readonly confirmed: boolean;
  readonly texts: readonly ClauseText[];
}

/** The texts of an instrument; undefined for one that the gateway does not tell of. Rejects where it is not reached. */
export type ClauseDesk = (
  access: Access,
  instrument: string,
) => Promise<InstrumentTexts | undefined>;

const CLAUSES = `query Clauses($instrument: ID!) {
  instruments { id prevailing confirmed }
  clauses(instrument: $instrument) { clause language text prevails }
}`;

interface ClausesAnswer {
  readonly data?: {
    readonly instruments: readonly {
      readonly id: string;
      readonly prevailing: string;
      readonly confirmed: boolean;
    }[];
    readonly clauses: readonly ClauseText[];
  } | null;
}

/** Opens the desk; what was told is not asked again. */
export function openClauseDesk(): ClauseDesk {
  const told = new Map<string, InstrumentTexts>();
  return async (access, instrument) => {
    const known = told.get(instrument) ?? (await ask(access, instrument));
    if (known !== undefined) told.set(instrument, known);
    return known;
  };
}

async function ask(access: Access, instrument: string): Promise<InstrumentTexts | undefined> {
  const asked = { ...access, request: undefined, purpose: undefined };
  const params = { query: CLAUSES, variables: { instrument } };
  const response = await post(params, statedHeaders(asked));
  const { data }: ClausesAnswer = await response.json();
  const found = data?.instruments.find(({ id }) => id === instrument);
  return found && { ...found, texts: data?.clauses ?? [] };
}

/** The text to show of a clause: the one that prevails, or an authentic one that is at hand. */
export function textShown(texts: readonly ClauseText[], clause: string): ClauseText | undefined {
  const of = texts.filter((each) => each.clause === clause);
  return of.find(({ prevails }) => prevails) ?? of[0];
}
