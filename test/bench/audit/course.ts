/**
 * An invented year of a log: the nth answer, about whom, on which request, when. Everything follows from n, so that the
 * product and the loader make the same rows. A request is looked at once by the own authority, then answered.
 */
import { hash } from 'node:crypto';
import type { EntryDraft, SubjectDraft } from '../../../src/ledger/index.js';
import { itemOf } from '../../../src/treaty/index.js';
import type { Shape, Shapes } from './shapes.js';

/** One answer, as it is sealed. */
export interface Answer {
  readonly draft: EntryDraft;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly salt: Uint8Array;
  readonly body: Uint8Array;
}

export interface CoursePlan {
  readonly shapes: Pick<Shapes, 'execution' | 'stated'>;
  /** Answers in all, and persons whom they are about. */
  readonly answers: number;
  readonly people: number;
  /** Subjects of a request: the nth takes the (n mod length)th. */
  readonly sizes: readonly number[];
  /** The key of a person's tags. */
  readonly keyOf: (person: number) => Uint8Array;
}

export interface CourseRequest {
  readonly id: string;
  readonly received: number;
  readonly until: number;
  readonly authority: string;
  readonly purpose: string;
  /** Numbers of persons. */
  readonly people: readonly number[];
}

/** The span in which all answers are. */
export const COURSE = { from: Date.UTC(2025, 6, 1), until: Date.UTC(2026, 5, 1) } as const;
/** A look of the own officer, then answers to who asked. */
const ANSWERS_OF_REQUEST = 3;
const DAY = 86_400_000;

export class Course {
  readonly plan: CoursePlan;

  constructor(plan: CoursePlan) {
    this.plan = plan;
  }

  get requests(): number {
    return Math.ceil(this.plan.answers / ANSWERS_OF_REQUEST);
  }

  /** The nth request, from 0. */
  request(n: number): CourseRequest {
    const { sizes, people, answers } = this.plan;
    const { entry } = this.#statedOf(n);
    const size = sizes[n % sizes.length] ?? 1;
    // Neighbours in a request are strangers elsewhere: 7919 is prime.
    const first = (n * 7919) % people;
    const received = timeOf(n * ANSWERS_OF_REQUEST, answers) - DAY;
    return {
      ...{ id: uuidOf(n), received, until: received + 30 * DAY },
      ...{ authority: entry.asking.authority, purpose: entry.purpose ?? '' },
      people: Array.from({ length: size }, (_, at) => (first + at * 104_729) % people),
    };
  }

  /** Whom the nth answer is about, and what it is like. */
  about(n: number): {
    readonly id: string;
    readonly people: readonly number[];
    readonly shape: Shape;
  } {
    const of = Math.floor(n / ANSWERS_OF_REQUEST);
    const isOwn = n % ANSWERS_OF_REQUEST === 0;
    const shape = isOwn ? this.plan.shapes.execution : this.#statedOf(of);
    const { id, people } = this.request(of);
    return { id, people, shape };
  }

  /** The nth answer, from 0. */
  answer(n: number): Answer {
    const { id, people, shape } = this.about(n);
    const { released, withheld } = shape;
    const subjects = people.map(
      (person): SubjectDraft => ({ key: this.plan.keyOf(person), released, withheld }),
    );
    return {
      draft: { ...draftOf(shape), request: id, requestDigest: hash('sha256', id), subjects },
      time: timeOf(n, this.plan.answers),
      salt: hash('sha256', `salt ${n}`, 'buffer'),
      body: Buffer.from(`answer ${n}`),
    };
  }

  #statedOf(request: number): Shape {
    const { stated, execution } = this.plan.shapes;
    return stated[request % stated.length] ?? execution;
  }
}

/** Personal fields that an answer of this shape discloses of one subject: structural ones are not counted. */
export const fieldsOf = ({ released }: Shape): number =>
  released.filter((coordinate) => itemOf(coordinate) !== undefined).length;

function draftOf({ entry, log, withheldOfAll }: Shape): Omit<EntryDraft, 'subjects'> {
  const { outcome, refusal, asking, answering, request, requestDigest, instrument } = entry;
  const { purpose, basis, clauses, operation, policy, schema } = entry;
  return {
    ...{ log, outcome, refusal, asking, answering, request, requestDigest, instrument },
    ...{ purpose, basis, clauses, operation, policy, schema, withheld: withheldOfAll },
  };
}

const timeOf = (n: number, answers: number): number =>
  COURSE.from + Math.floor(((COURSE.until - COURSE.from) * n) / answers);

/** MD5 as a UUID: PostgreSQL's `md5('request ' || n)::uuid` is the same. */
function uuidOf(n: number): string {
  const text = hash('md5', `request ${n}`);
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    text.slice(12, 16),
    text.slice(16, 20),
    text.slice(20),
  ].join('-');
}
