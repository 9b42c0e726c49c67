/** What lies in a case beside its moves: scans of paper, national signatures, and what officers verified of them. */
import { ID, Int, ObjectType } from 'type-graphql';
import { RoleField } from '../../field-kinds.js';
import { Base64, Instant } from '../../types/scalars.js';
import {
  CaseMoverRole,
  CheckOutcomeEnum,
  EnclosureKindEnum,
  FileFormatEnum,
  SignedPartEnum,
} from './case-enums.js';
import { CaseFault } from './case-parts.js';

type Text = string | null;
type At = number | null;

@ObjectType({
  simpleResolvers: true,
  description:
    'What an officer verified and by which means: this gateway itself verifies none of it.',
})
export class EnclosureCheck {
  @RoleField(() => CheckOutcomeEnum) outcome?: Text;
  @RoleField(() => String) means?: Text;
  @RoleField(() => String, { description: 'The id on the list that it was held against (9(3)).' })
  signatory?: Text;
  @RoleField(() => String, { description: 'Version of the letterhead sample of the lists.' })
  letterhead?: Text;
  @RoleField(() => String, { description: 'SHA-256 of that sample.' }) letterheadSample?: Text;
  @RoleField(() => [String], {
    description: 'Why the lists do not bear it out, as codes of HOLD; empty where they do.',
  })
  lists?: readonly string[] | null;
  @RoleField(() => String) officer?: Text;
  @RoleField(() => CaseMoverRole) role?: Text;
  @RoleField(() => Instant) at?: At;
}

@ObjectType({ simpleResolvers: true })
export class CaseEnclosure {
  @RoleField(() => ID, { nullable: false }) id!: string;
  @RoleField(() => EnclosureKindEnum) kind?: Text;
  @RoleField(() => FileFormatEnum) format?: Text;
  @RoleField(() => String) mediaType?: Text;
  @RoleField(() => Int, { description: 'Bytes.' }) size?: number | null;
  @RoleField(() => String, { description: 'Of the file, hexadecimal.' }) sha256?: Text;
  @RoleField(() => String, {
    description: 'SHA-256 of the bytes that the signature of a signed PDF says it covers.',
  })
  covers?: Text;
  @RoleField(() => Boolean, { description: 'Whether those are all of its bytes.' })
  coversWhole?: boolean | null;
  @RoleField(() => SignedPartEnum, { description: 'Of a signature.' }) signs?: Text;
  @RoleField(() => String, { description: 'SHA-256 of what it is said to sign.' }) over?: Text;
  @RoleField(() => Instant, { description: 'Of a paper: its receipt stamp.' }) receivedAt?: At;
  @RoleField(() => String, { description: 'Of a paper, in the register of what comes in.' })
  registryNumber?: Text;
  @RoleField(() => String, { description: 'Of a paper, as its sender numbered it.' })
  number?: Text;
  @RoleField(() => String, { description: 'Who registered it.' }) officer?: Text;
  @RoleField(() => CaseMoverRole) role?: Text;
  @RoleField(() => Instant) at?: At;
  @RoleField(() => [EnclosureCheck], { description: 'In order; the last one counts.' })
  checks?: readonly EnclosureCheck[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'A file, as its bytes are.' })
export class CaseFile {
  @RoleField(() => String) mediaType?: Text;
  @RoleField(() => String) sha256?: Text;
  @RoleField(() => Base64) content?: Uint8Array | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A letter to be signed by hand; null with the faults for which there is none.',
})
export class CaseLetter {
  @RoleField(() => CaseFile) letter?: CaseFile | null;
  @RoleField(() => [CaseFault], { nullable: false }) faults!: readonly CaseFault[];
}
