/**
 * The values of a correction: what is corrected, read now and under the grant by which it was given, decided and sealed
 * as any answer is, and encrypted to who got it. What was refused or withheld then is not given by way of a correction.
 */
import type { Scope } from '../../custody/index.js';
import { type Request, requestToProvide } from '../../requests/index.js';
import { answeredRequest } from '../grant-tables.js';
import type { Officer } from '../officer.js';
import { readFiled } from '../read-filed.js';
import type { ExchangeRooms, PackageQuestion } from '../rooms.js';
import type { Holding } from './holding.js';

export interface Correcting {
  readonly scope: Scope;
  readonly officer: Officer;
}

/** The package; null where the grant is over, so that the correction tells what was wrong and gives nothing. */
export async function packCorrection(
  rooms: ExchangeRooms,
  { file: { about } }: Holding,
  { scope, officer }: Correcting,
): Promise<string | null> {
  const question =
    about.kind === 'REQUEST'
      ? await ofRequest(rooms, about.id)
      : await ofProvision(rooms, about.id);
  const now = rooms.clock.now();
  if (question === undefined || !(now < (question.request.grantUntil ?? 0))) return null;
  const request = narrowed({ ...question.request, asOf: now }, scope);
  const packed = await rooms.pack({ ...question, request, officer: officer.officer });
  return packed.told.size === 0 ? null : packed.package;
}

type Question = Omit<PackageQuestion, 'officer'>;

async function ofRequest(rooms: ExchangeRooms, id: string): Promise<Question | undefined> {
  const file = await rooms.cases.load(id);
  const document = file && (await readFiled(rooms, file));
  if (file?.case.side !== 'REQUESTED' || document == null) return undefined;
  const { language, requesting } = document;
  const request = answeredRequest({ document, kept: file.case, file, now: rooms.clock.now() });
  return { kind: 'ANSWER', request, unit: requesting.unit, language };
}

async function ofProvision(rooms: ExchangeRooms, id: string): Promise<Question | undefined> {
  const file = await rooms.provisions.load(id);
  if (file?.side !== 'PROVIDER' || file.sheet === null) return undefined;
  const language = rooms.instruments.get(file.provision.instrument)?.workingLanguage ?? 'ru';
  const request = requestToProvide(file.provision, file.sheet, rooms.clock.now());
  return { kind: 'PROVISION', request, unit: null, language };
}

/** Of the subjects that are corrected, the items that are, where they were open. */
const narrowed = (request: Request, scope: Scope): Request => ({
  ...request,
  subjects: request.subjects
    .filter(({ n }) => scope.subjects.includes(n))
    .map((subject) => ({
      ...subject,
      items: (subject.items ?? scope.items).filter((item) => scope.items.includes(item)),
    })),
});
