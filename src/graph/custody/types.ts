/** Custody as its officers see it (11(2) to 11(5)): who got what onward, what was asked and told, who has not answered. */
import { ID, Int, ObjectType } from 'type-graphql';
import {
  BREACH_NATURES,
  DESTRUCTION_GROUNDS,
  type LinkSide,
  MATTER_KINDS,
  MATTER_STATES,
  MATTER_STEPS,
} from '../../custody/index.js';
import { CaseMoverRole } from '../cases/types/case-enums.js';
import { CaseCondition } from '../cases/types/case-parts.js';
import { RoleField } from '../field-kinds.js';
import { Authority } from '../types/authority.js';
import { enumOf, ItemEnum, PurposeEnum } from '../types/enums.js';
import { Instant } from '../types/scalars.js';
import { CUSTODY_FAULT_CODES } from './faults.js';

type Text = string | null;
type Many<T> = readonly T[] | null;

const LinkSideEnum = enumOf(
  'CustodySide',
  ['PROVIDER', 'RECIPIENT'] satisfies LinkSide[],
  'Which side of the link this authority is on: it passed the information on, or it got it.',
);
const MatterKindEnum = enumOf('MatterKind', MATTER_KINDS);
const MatterStateEnum = enumOf('MatterState', MATTER_STATES);
const MatterStepEnum = enumOf('MatterStepKind', MATTER_STEPS);
const AnsweredByEnum = enumOf('AnsweredBy', ['GATEWAY', 'CLERK']);
const DestructionGroundEnum = enumOf('DestructionGround', DESTRUCTION_GROUNDS, 'Article 11(5).');
const CustodyFaultCodeEnum = enumOf('CustodyFaultCode', CUSTODY_FAULT_CODES);
export const BreachNatureEnum = enumOf('BreachNature', BREACH_NATURES, 'Article 11(4).');

@ObjectType({ simpleResolvers: true, description: 'A transfer onward, Article 11(3).' })
export class CustodyTransfer {
  @RoleField(() => ID, { nullable: false }) id!: string;
  @RoleField(() => ID, { description: 'The transfer by which `from` got it.' }) parent?: Text;
  @RoleField(() => Int, { description: 'How far below this authority; 1 for its own.' })
  depth?: number | null;
  @RoleField(() => String) from?: Text;
  @RoleField(() => String, { description: 'The code of the body.' }) recipient?: Text;
  @RoleField(() => String) recipientName?: Text;
  @RoleField(() => Boolean, { description: 'Whether it answers by a gateway of its own.' })
  gateway?: boolean | null;
  @RoleField(() => [Int]) subjects?: Many<number>;
  @RoleField(() => [ItemEnum]) items?: Many<string>;
  @RoleField(() => PurposeEnum) purpose?: Text;
  @RoleField(() => Instant) until?: number | null;
  @RoleField(() => String, { description: "SHA-256 of the provider's consent; null for none." })
  consent?: Text;
  @RoleField(() => [CaseCondition]) conditions?: Many<CaseCondition>;
  @RoleField(() => Instant) at?: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'One recipient in an account.' })
export class CustodyAccountLine {
  @RoleField(() => ID) transfer?: Text;
  @RoleField(() => String) from?: Text;
  @RoleField(() => String) recipient?: Text;
  @RoleField(() => Instant, { description: 'Null while it has not answered.' })
  answeredAt?: number | null;
  @RoleField(() => AnsweredByEnum) by?: Text;
  @RoleField(() => String, { description: 'SHA-256 of the signed message, or of the paper.' })
  receipt?: Text;
}

@ObjectType({ simpleResolvers: true })
export class MatterStep {
  @RoleField(() => MatterStepEnum) step?: Text;
  @RoleField(() => String, { description: 'The authority that made it.' }) from?: Text;
  @RoleField(() => CaseMoverRole) role?: Text;
  @RoleField(() => String) officer?: Text;
  @RoleField(() => Instant, { description: 'When it was kept here.' }) at?: number | null;
  @RoleField(() => String) text?: Text;
  @RoleField(() => String, { description: 'SHA-256 of the message, which its gateway signed.' })
  digest?: Text;
}

@ObjectType({
  simpleResolvers: true,
  description: 'That it was destroyed, by commitment and not by value: Article 11(5).',
})
export class CustodyCertificate {
  @RoleField(() => Instant) destroyedAt?: number | null;
  @RoleField(() => DestructionGroundEnum) ground?: Text;
  @RoleField(() => String, { description: 'The provision under which it was done.' }) act?: Text;
  @RoleField(() => String, {
    description: 'SHA-256 of what was destroyed; the entry of it in the common log has the same.',
  })
  destruction?: Text;
  @RoleField(() => [String], { description: 'SHA-256 of each ciphertext whose key is destroyed.' })
  commitments?: Many<string>;
}

@ObjectType({
  simpleResolvers: true,
  description: 'One matter between two gateways: a consent, a correction, a recall, a notice.',
})
export class CustodyMatter {
  @RoleField(() => ID, { nullable: false }) id!: string;
  @RoleField(() => MatterKindEnum, { nullable: false }) kind!: string;
  @RoleField(() => MatterStateEnum, { nullable: false }) state!: string;
  @RoleField(() => LinkSideEnum) side?: Text;
  @RoleField(() => Authority) other?: Authority | null;
  @RoleField(() => ID, { description: 'The matter that it passes down the tree.' }) passes?: Text;
  @RoleField(() => [Int]) subjects?: Many<number>;
  @RoleField(() => [ItemEnum]) items?: Many<string>;
  @RoleField(() => PurposeEnum, { description: 'Of a consent that is asked for.' }) purpose?: Text;
  @RoleField(() => String, { description: 'Of a transfer, or a consent to one.' }) recipient?: Text;
  @RoleField(() => Instant) until?: number | null;
  @RoleField(() => String, {
    description:
      'What a signatory signs to consent in full: canonical JSON, dated now. A narrower one may be signed.',
  })
  consentDraft?: Text;
  @RoleField(() => [MatterStep]) steps?: Many<MatterStep>;
  @RoleField(() => [CustodyAccountLine], { description: 'Of a correction or a recall.' })
  account?: Many<CustodyAccountLine>;
  @RoleField(() => [String], { description: 'Who has not answered a correction or a recall yet.' })
  waitingFor?: Many<string>;
  @RoleField(() => CustodyCertificate, { description: 'Of a destruction.' })
  certificate?: CustodyCertificate | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'What was given by one request or provision, as far as its custody is concerned.',
})
export class CustodyHolding {
  @RoleField(() => ID, { nullable: false, description: 'The request or the provision.' })
  about!: string;
  @RoleField(() => String) instrument?: Text;
  @RoleField(() => Authority, { description: 'Whose information it is.' })
  provider?: Authority | null;
  @RoleField(() => Authority, { description: 'Who passed it on to this authority.' })
  from?: Authority | null;
  @RoleField(() => [PurposeEnum], { description: 'For which it was given.' })
  purposes?: Many<string>;
  @RoleField(() => Instant, { description: 'First instant at which it may no longer be used.' })
  until?: number | null;
  @RoleField(() => [CaseCondition]) conditions?: Many<CaseCondition>;
  @RoleField(() => [CustodyTransfer]) transfers?: Many<CustodyTransfer>;
  @RoleField(() => [CustodyMatter]) matters?: Many<CustodyMatter>;
  @RoleField(() => [String], { description: 'Service numbers of those on it.' })
  officers?: Many<string>;
}

@ObjectType({ simpleResolvers: true, description: 'A code and the argument it is about.' })
export class CustodyFault {
  @RoleField(() => CustodyFaultCodeEnum, { nullable: false }) code!: string;
  @RoleField(() => String, { nullable: false }) at!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Those of yours in which something waits.' })
export class CustodyPage {
  @RoleField(() => [CustodyHolding], { nullable: false }) nodes!: readonly CustodyHolding[];
  @RoleField(() => ID, { description: 'Where the next page begins; null where there is none.' })
  next?: Text;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The holding after the step; null with the faults for which there was none.',
})
export class CustodyAnswer {
  @RoleField(() => CustodyHolding) holding?: CustodyHolding | null;
  @RoleField(() => [CustodyFault], { nullable: false }) faults!: readonly CustodyFault[];
}

@ObjectType({ simpleResolvers: true, description: 'What leaves under a consent, Article 11(3).' })
export class CustodyExport {
  @RoleField(() => String, {
    description: 'Compact JWS: values, purpose, end and conditions; null with the faults.',
  })
  file?: Text;
  @RoleField(() => CustodyTransfer) transfer?: CustodyTransfer | null;
  @RoleField(() => [CustodyFault], { nullable: false }) faults!: readonly CustodyFault[];
}

@ObjectType({ simpleResolvers: true, description: 'Received values, with what binds their use.' })
export class ReceivedValues {
  @RoleField(() => String, { description: 'JSON: a list of { n, values }; null with the faults.' })
  values?: Text;
  @RoleField(() => [CaseCondition]) conditions?: Many<CaseCondition>;
  @RoleField(() => Instant) until?: number | null;
  @RoleField(() => [CustodyFault], { nullable: false }) faults!: readonly CustodyFault[];
}
