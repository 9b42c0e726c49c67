/** A paper as an officer registers it (9(1)): what it says, its scan, and the stamp of its receipt. */
import { Field, InputType } from 'type-graphql';
import { LONGEST_FILE } from '../../../requests/index.js';
import { Base64, Instant } from '../../types/scalars.js';
import { StatedRequest } from './draft-input.js';

type Maybe = string | null | undefined;

@InputType({ description: 'What a request on paper says (9(2)); it asks this authority.' })
export class PaperRequestInput extends StatedRequest {
  @Field(() => String) requestingAuthority!: string;
  @Field(() => String, { nullable: true, description: 'The unit of it that asks.' })
  requestingUnit?: Maybe;
  @Field(() => String, { description: 'The day that the letter bears: YYYY-MM-DD.' })
  writtenOn!: string;
}

@InputType()
export class PaperInput {
  @Field(() => Base64, {
    description: `The scan: PDF, PNG or JPEG, told from its bytes, of ${LONGEST_FILE / 1024 / 1024} MiB at most.`,
  })
  content!: string;
  @Field(() => Instant, {
    description: 'The receipt stamp: day and time, from which 10(3) counts for a request.',
  })
  receivedAt!: number;
  @Field(() => String, { description: 'Its number in the register of what comes in.' })
  registryNumber!: string;
  @Field(() => String, { nullable: true, description: 'The number that its sender gave it.' })
  number?: Maybe;
}

@InputType({
  description: 'What an officer verified, and how: the gateway itself verifies none of it.',
})
export class LetterCheckInput {
  @Field(() => String, {
    description: 'By which means: the specimen it was compared with, a program, whom one called.',
  })
  means!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The id, on the list of its Party (9(3)), of the person whose hand it is.',
  })
  signatory?: Maybe;
}
