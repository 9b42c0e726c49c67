/**
 * What the resolvers of one operation see of the cases: through the desk, as this officer. To a stranger nothing exists,
 * and nobody is asked: the same answers, at the same cost, whatever is in the store (11(1)).
 */
import { type Clock, Refusal } from '../../base/index.js';
import type { RequestState } from '../../requests/index.js';
import type { Box, CaseFile, ListedCase } from '../../store/index.js';
import type { CaseHall } from '../hall.js';
import type { Secrets } from './case-cursor.js';
import type { CaseDesk, FoundCandidate, HandedFile, LetterKind, ShownAnswer } from './desk.js';
import { faultsOf } from './faults.js';
import { type MutationRow, UNKNOWN_CASE } from './moves/row.js';
import { type AskingOfficer, type CaseOfficer, officerOf } from './officer.js';
import { wrongLine } from './taking.js';
import type { Candidate } from './types/candidate.js';
import type { Case } from './types/case.js';
import type { CaseLetter } from './types/case-enclosure.js';
import type { CaseAnswer, CaseConnection } from './types/case-page.js';
import { type CaseLaw, viewOf } from './view/case-view.js';
import { documentOf } from './view/document-of.js';

/** Of an office or a name under a letter. */
const LONGEST_NAME = 200;

export interface CasePage {
  readonly box: Box;
  readonly states: readonly RequestState[] | null;
  /** Milliseconds since the epoch; NaN for what is none. */
  readonly dueBefore: number | null;
  readonly first: number;
  readonly after: string | null;
}

export interface CaseReading {
  /** Whether cases exist for the caller at all. */
  readonly isOpen: boolean;
  /** Throws Refusal(BAD_REQUEST) for a cursor or an instant that is none. */
  page(page: CasePage): Promise<CaseConnection>;
  one(id: string): Promise<Case | null>;
  candidates(id: string, n: number): Promise<readonly Candidate[] | null>;
  /** Opens an answer package; null where there is none that the caller may open. */
  answer(asked: { readonly case: string; readonly purpose: string }): Promise<ShownAnswer | null>;
  enclosure(asked: EnclosureName): Promise<HandedFile | null>;
  letter(asked: LetterName): Promise<CaseLetter>;
  act(row: MutationRow, given: Readonly<Record<string, unknown>>): Promise<CaseAnswer>;
}

/** A case, and an enclosure of it. */
export interface EnclosureName {
  readonly case: string;
  readonly enclosure: string;
}

/** A letter of a case, and who will sign it by hand. */
export interface LetterName {
  readonly case: string;
  readonly kind: LetterKind;
  readonly office: string;
  readonly name: string;
}

/** What a resolver of the cases takes from the context. */
export interface WithCases {
  readonly cases: CaseReading;
}

const NOWHERE: CaseConnection = {
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
};

/** For strangers, and where the gateway carries no requests. */
export const NO_CASES: CaseReading = {
  isOpen: false,
  page: async () => NOWHERE,
  one: async () => null,
  candidates: async () => null,
  answer: async () => null,
  enclosure: async () => null,
  letter: async () => ({ letter: null, faults: UNKNOWN_CASE }),
  act: async () => unmoved(UNKNOWN_CASE),
};

export interface CaseGround {
  readonly hall: CaseHall;
  readonly law: CaseLaw;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

/** Opens the cases for whoever calls. */
export function openCases(
  ground: CaseGround | null,
  caller: AskingOfficer | undefined,
): CaseReading {
  const desk = ground?.hall.desk() ?? null;
  const officer = ground && officerOf(caller, ground.hall.ownAuthority);
  if (ground === null || desk === null || officer === null) return NO_CASES;
  return new OfficerCases({ ...ground, desk, officer });
}

interface Standing extends CaseGround {
  readonly desk: CaseDesk;
  readonly officer: CaseOfficer;
}

class OfficerCases implements CaseReading {
  readonly isOpen = true;
  readonly #standing: Standing;

  constructor(standing: Standing) {
    this.#standing = standing;
  }

  async page({ after, ...query }: CasePage): Promise<CaseConnection> {
    const { desk, officer, secrets } = this.#standing;
    // A cursor is good in the list it came from alone.
    const list = `${officer.officer} ${query.box}`;
    const place = after === null ? null : secrets.placeOf(after, list);
    if (place === undefined || Number.isNaN(query.dueBefore))
      throw new Refusal('BAD_REQUEST', { reason: 'VARIABLES' });
    const { files, more } = await desk.list(officer, { ...query, after: place });
    const edges = files.map((file) => ({
      cursor: secrets.cursorOf({ dueBefore: file.dueBefore, id: file.case.head.id }, list),
      node: this.#listed(file),
    }));
    return {
      edges,
      pageInfo: {
        hasNextPage: more,
        hasPreviousPage: after !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  async one(id: string): Promise<Case | null> {
    const { desk, officer } = this.#standing;
    const file = await desk.show(officer, id);
    return file === undefined ? null : this.#whole(file);
  }

  async candidates(id: string, n: number): Promise<readonly Candidate[] | null> {
    const { desk, officer } = this.#standing;
    if (officer.role !== 'EXECUTING_OFFICER') return null;
    const found = await desk.candidates(officer, { case: id, n });
    return found?.map((one) => this.#candidate(one, { case: id, n })) ?? null;
  }

  answer({
    case: id,
    purpose,
  }: {
    readonly case: string;
    readonly purpose: string;
  }): Promise<ShownAnswer | null> {
    const { desk, officer } = this.#standing;
    return desk.answer(officer, { case: id, purpose });
  }

  enclosure({ case: id, enclosure }: EnclosureName): Promise<HandedFile | null> {
    const { desk, officer } = this.#standing;
    return desk.enclosedFile(officer, { case: id, enclosure });
  }

  async letter(asked: LetterName): Promise<CaseLetter> {
    const { desk, officer } = this.#standing;
    const faults = (['office', 'name'] as const).flatMap((at) => {
      const code = asked[at] === '' ? undefined : wrongLine(asked[at], LONGEST_NAME);
      return code === undefined ? [] : [{ code, at }];
    });
    if (faults.length > 0) return { letter: null, faults };
    const drawn = await desk.letter(officer, asked);
    return drawn.letter === null
      ? { letter: null, faults: faultsOf({ file: null, fault: drawn.fault }) }
      : { letter: drawn.letter, faults: [] };
  }

  async act(row: MutationRow, given: Readonly<Record<string, unknown>>): Promise<CaseAnswer> {
    const { hall, desk, officer, secrets, clock } = this.#standing;
    // An auditor changes nothing, whatever the case, the input and the state.
    if (officer.role === 'AUDITOR') return unmoved([{ code: 'NOT_THIS_ROLE', at: 'case' }]);
    const acting = { desk, officer, ids: hall.ids, secrets, now: clock.now() };
    const acted = await row.run(acting, given);
    return acted.file === null
      ? unmoved(acted.faults)
      : { case: this.#whole(acted.file), faults: [] };
  }

  #whole(file: CaseFile): Case {
    return this.#view(file, async () => file);
  }

  // A list leaves the long texts in the store: they are fetched for a case whose document is asked for.
  #listed(file: ListedCase): Case {
    const { desk, officer } = this.#standing;
    return this.#view(file, () => desk.show(officer, file.case.head.id));
  }

  #view(file: ListedCase, load: () => Promise<CaseFile | undefined>): Case {
    const { desk, law, clock } = this.#standing;
    const document = once(async () => {
      const whole = await load();
      return whole === undefined ? null : documentOf(whole);
    });
    return viewOf({ file, document, clocks: desk.clocks(file), law, now: clock.now() });
  }

  #candidate(
    { person, score, explanation }: FoundCandidate,
    subject: { readonly case: string; readonly n: number },
  ): Candidate {
    const candidate = this.#standing.secrets.nameOf({ ...subject, person });
    return { candidate, score, ...explanation };
  }
}

const unmoved = (faults: CaseAnswer['faults']): CaseAnswer => ({ case: null, faults });

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
