/**
 * A case as its officers see it (Articles 8 to 11). What stands in the request's document is read when it is asked; what
 * is not there yet is null.
 */
import { ID, Int, ObjectType } from 'type-graphql';
import { RoleField } from '../../field-kinds.js';
import { Authority, type Body } from '../../types/authority.js';
import { Instant } from '../../types/scalars.js';
import { CaseEnclosure } from './case-enclosure.js';
import {
  AimEnum,
  CaseChannelEnum,
  CaseNotice,
  CaseSideEnum,
  CaseStateEnum,
  ChainFaultEnum,
} from './case-enums.js';
import {
  CaseCondition,
  CaseDay,
  CaseFault,
  CaseInquiry,
  CaseMove,
  CasePurpose,
  CaseQuestion,
  CaseSubject,
  CaseSubjectOutcomes,
} from './case-parts.js';

type Many<T> = readonly T[] | null;
/** Of the document: asked for by whoever asks the field. */
type Read<T> = () => Promise<T | null>;

@ObjectType({ simpleResolvers: true })
export class Case {
  @RoleField(() => ID, { nullable: false }) id!: string;
  @RoleField(() => CaseStateEnum) state?: string | null;
  @RoleField(() => CaseSideEnum, { description: 'The side on which this authority stands.' })
  side?: string | null;
  @RoleField(() => ID) instrument?: string | null;
  @RoleField(() => Authority) requestingAuthority?: Body | null;
  @RoleField(() => Authority) requestedAuthority?: Body | null;
  @RoleField(() => String, { description: 'Of the requesting authority; the grant binds to it.' })
  unit?: string | null;
  @RoleField(() => CaseChannelEnum, {
    description:
      'PAPER: registered from a letter (9(1)); nothing of it is sent. Null before it was received.',
  })
  channel?: string | null;
  @RoleField(() => AimEnum) aim?: Read<string>;
  @RoleField(() => [CasePurpose]) purposes?: Read<readonly CasePurpose[]>;
  @RoleField(() => String) substance?: Read<string>;
  @RoleField(() => String) otherInformation?: Read<string>;
  @RoleField(() => [String], { description: 'As the request names them.' })
  itemsWanted?: Read<readonly string[]>;
  @RoleField(() => [CaseSubject]) subjects?: Read<readonly CaseSubject[]>;
  @RoleField(() => String, {
    description: 'Canonical JSON (RFC 8785) of the request: exactly what the signatory signs.',
  })
  document?: Read<string>;
  @RoleField(() => [CaseFault], {
    description: 'What is missing from the request or contradicts in it (9(2)).',
  })
  draftFaults?: Read<readonly CaseFault[]>;
  @RoleField(() => [CaseSubjectOutcomes]) outcomes?: Many<CaseSubjectOutcomes>;
  @RoleField(() => [CaseCondition]) conditions?: Many<CaseCondition>;
  @RoleField(() => Instant, { description: 'The register is read as recorded then.' })
  asOf?: number | null;
  @RoleField(() => Instant, { description: 'First instant at which the grant is no longer good.' })
  grantUntil?: number | null;
  @RoleField(() => CaseDay) receivedOn?: CaseDay | null;
  @RoleField(() => CaseDay, {
    description: 'The last day of the term (10(3)), as this authority reads the text.',
  })
  dueOn?: CaseDay | null;
  @RoleField(() => CaseDay, {
    description: 'The same where questions do not stop the clock: one reading of a silent text.',
  })
  dueOnIfQuestionsRun?: CaseDay | null;
  @RoleField(() => CaseDay, {
    description: 'The same where questions stop the clock: the other reading of a silent text.',
  })
  dueOnIfQuestionsStop?: CaseDay | null;
  @RoleField(() => Int, { description: 'Calendar days to the last one; negative once it is past.' })
  daysLeft?: number | null;
  @RoleField(() => Instant, { description: 'Of a postponement (10(2)).' })
  reviewAt?: number | null;
  @RoleField(() => [CaseNotice]) notices?: Many<string>;
  @RoleField(() => [String], {
    description: 'Why the gateway holds it for confirmation (9(5)), as codes.',
  })
  heldFor?: Many<string>;
  @RoleField(() => [CaseQuestion]) questions?: Many<CaseQuestion>;
  @RoleField(() => [CaseMove]) timeline?: Many<CaseMove>;
  @RoleField(() => [CaseInquiry]) inquiries?: Many<CaseInquiry>;
  @RoleField(() => [CaseEnclosure], {
    description: 'Scans of what came on paper (9(1)), and national signatures (9(3)).',
  })
  enclosures?: Many<CaseEnclosure>;
  @RoleField(() => [String], { description: 'Service numbers of those on the case.' })
  officers?: Many<string>;
  @RoleField(() => ChainFaultEnum, {
    description: 'What is wrong with the chain of moves; nothing moves until an operator decides.',
  })
  chainFault?: string | null;
}
