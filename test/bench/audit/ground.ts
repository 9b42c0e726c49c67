/** What the auditor's figures are measured on, and courses of a size. */

import type { Signer } from '../../../src/base/index.js';
import { ledgerKeyPath } from '../../../src/data-folder.js';
import { openKeyFile } from '../../../src/store/index.js';
import { fillSite } from '../../support/site.js';
import { openStage, type Stage } from '../stage.js';
import { Course, type CoursePlan, fieldsOf } from './course.js';
import { personKey } from './load-requests.js';
import { learnShapes, type Shapes } from './shapes.js';

export type Say = (text: string) => void;

export interface Ground {
  readonly stage: Stage;
  readonly shapes: Shapes;
  readonly signer: Signer;
  readonly say: Say;
}

/** Subjects of a request: of a hundred most are about one person, one is about a hundred. */
export const MIXED: readonly number[] = Array.from({ length: 100 }, (_, n) => {
  if (n === 0) return 100;
  if (n % 20 === 1) return 10;
  return n % 7 === 2 ? 3 : 1;
});

/** How often a person is in an answer. */
const SEEN = 30;
const FEWEST_ANSWERS = 400;
const FEWEST_PEOPLE = 1_000;
const SAMPLE = 3_000;

/** Opens the stage and learns from a gateway what entries look like. */
export async function openGround(say: Say): Promise<Ground> {
  const stage = await openStage();
  try {
    const site = await fillSite(stage.dir, await stage.makeDatabase('site'));
    const signer = await openKeyFile(ledgerKeyPath(stage.dir), 'development');
    return { stage, shapes: await learnShapes(site), signer, say };
  } catch (error) {
    await stage.close();
    throw error;
  }
}

/** A course that discloses so many fields. */
export function courseOf(
  fields: number,
  { shapes, sizes }: Pick<CoursePlan, 'shapes' | 'sizes'>,
): Course {
  const of = (answers: number, people: number) =>
    new Course({ shapes, sizes, answers, people, keyOf: personKey });
  const sample = countIn(of(SAMPLE, 1), SAMPLE);
  const answers = Math.max(FEWEST_ANSWERS, Math.ceil((fields * SAMPLE) / sample.fields));
  const subjects = (sample.subjects * answers) / SAMPLE;
  return of(answers, Math.max(FEWEST_PEOPLE, Math.round(subjects / SEEN)));
}

/** Subjects and disclosed fields of the first answers. */
export function countIn(course: Course, answers: number) {
  let [fields, subjects] = [0, 0];
  for (let n = 0; n < answers; n += 1) {
    const { people, shape } = course.about(n);
    subjects += people.length;
    fields += people.length * fieldsOf(shape);
  }
  return { fields, subjects };
}
