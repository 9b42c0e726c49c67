/** Activities as those who take part see them (Article 7; memorandum, paragraphs 1 and 3). Nothing in them is about a person. */
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Language } from '../../base/index.js';
import { ACTIVITY_MOVES, ACTIVITY_STATES } from '../../cooperation/index.js';
import {
  ACTIVITY_KINDS,
  type ActivityKind,
  BODY_KINDS,
  type BodyKind,
} from '../../treaty/index.js';
import { RoleField } from '../field-kinds.js';
import { Authority } from '../types/authority.js';
import { enumOf } from '../types/enums.js';
import { Instant, PartialDate } from '../types/scalars.js';
import { COOPERATION_FAULT_CODES } from './faults.js';

type Text = string | null;
type Whole = number | null;
type Many<T> = readonly T[] | null;
/** A text in each language of the gateway. */
type Title = { readonly [L in Language]?: Text };

const ActivityKindEnum = enumOf('ActivityKind', ACTIVITY_KINDS);
const ActivityBodyKindEnum = enumOf(
  'ActivityBodyKind',
  BODY_KINDS,
  'Named in an activity, and given nothing by it: a third party (1(2), 11(3)).',
);
const ActivityStateEnum = enumOf('ActivityState', ACTIVITY_STATES);
const ActivityMoveKind = enumOf('ActivityMoveKind', ['PROPOSE', ...Object.keys(ACTIVITY_MOVES)]);
const CooperationFaultCodeEnum = enumOf('CooperationFaultCode', COOPERATION_FAULT_CODES);
/** What can be recorded of an activity that was agreed. */
export const ActivityRecord = enumOf('ActivityRecord', ['HELD', 'POSTPONED', 'CANCELLED']);

@InputType({ description: 'In the working language of the instrument at least.' })
export class ActivityTitleInput implements Title {
  @Field(() => String, { nullable: true }) ru?: Text;
  @Field(() => String, { nullable: true }) en?: Text;
  @Field(() => String, { nullable: true }) az?: Text;
  @Field(() => String, { nullable: true }) kk?: Text;
}

@InputType()
export class ActivityBodyInput {
  @Field(() => ActivityBodyKindEnum) kind!: BodyKind;
  @Field(() => String) name!: string;
}

@InputType()
export class ActivityDetailsInput {
  @Field(() => ActivityTitleInput) title!: ActivityTitleInput;
  @Field(() => [ActivityBodyInput], { defaultValue: [] }) bodies!: readonly ActivityBodyInput[];
  @Field(() => String) place!: string;
  @Field(() => PartialDate, { description: 'A whole day.' }) from!: string;
  @Field(() => PartialDate, { description: 'The last day.' }) until!: string;
  @Field(() => Int, { nullable: true, description: 'How many may come; nobody who does is named.' })
  places?: Whole;
}

@InputType()
export class ActivityPlanInput extends ActivityDetailsInput {
  @Field(() => String) instrument!: string;
  @Field(() => String) clause!: string;
  @Field(() => ActivityKindEnum) kind!: ActivityKind;
  @Field(() => [String], { description: 'Competent authorities, of both Parties.' })
  authorities!: readonly string[];
}

@ObjectType({ simpleResolvers: true })
export class ActivityTitle implements Title {
  @RoleField(() => String) ru?: Text;
  @RoleField(() => String) en?: Text;
  @RoleField(() => String) az?: Text;
  @RoleField(() => String) kk?: Text;
}

@ObjectType({ simpleResolvers: true })
export class ActivityBody {
  @RoleField(() => ActivityBodyKindEnum) kind?: Text;
  @RoleField(() => String) name?: Text;
}

@ObjectType({ simpleResolvers: true })
export class ActivityChange {
  @RoleField(() => Instant) at?: Whole;
  @RoleField(() => ActivityMoveKind) move?: Text;
  @RoleField(() => Authority) authority?: Authority | null;
  @RoleField(() => String, { description: 'Service number, to officers of the same authority.' })
  officer?: Text;
  @RoleField(() => Int, { description: 'The version of the plan after it.' }) version?: Whole;
  @RoleField(() => String) text?: Text;
  @RoleField(() => String, {
    description: 'Why a text that looked like data of a person is none, where one did.',
  })
  cleared?: Text;
}

@ObjectType({ simpleResolvers: true })
export class Activity {
  @RoleField(() => ID, { nullable: false }) id!: string;
  @RoleField(() => ActivityStateEnum, { nullable: false }) state!: string;
  @RoleField(() => String) instrument?: Text;
  @RoleField(() => String) clause?: Text;
  @RoleField(() => ActivityKindEnum) kind?: Text;
  @RoleField(() => ActivityTitle) title?: ActivityTitle | null;
  @RoleField(() => [Authority]) authorities?: Many<Authority>;
  @RoleField(() => [ActivityBody]) bodies?: Many<ActivityBody>;
  @RoleField(() => String) place?: Text;
  @RoleField(() => PartialDate) from?: Text;
  @RoleField(() => PartialDate) until?: Text;
  @RoleField(() => Int) places?: Whole;
  @RoleField(() => Int, { description: 'What `agreeActivity` names.' }) version?: Whole;
  @RoleField(() => [Authority], { description: 'Those that agreed to this version.' })
  agreedBy?: Many<Authority>;
  @RoleField(() => String, {
    description: 'What came of it, or why it was postponed or cancelled.',
  })
  text?: Text;
  @RoleField(() => [ActivityChange]) changes?: Many<ActivityChange>;
}

@ObjectType({
  simpleResolvers: true,
  description: 'What a code is about; nothing of what was sent.',
})
export class CooperationFaultType {
  @RoleField(() => CooperationFaultCodeEnum, { nullable: false }) code!: string;
  @RoleField(() => String, { nullable: false }) at!: string;
}

@ObjectType({ simpleResolvers: true, description: 'At most 100, the newest first; no total.' })
export class ActivityPage {
  @RoleField(() => [Activity], { nullable: false }) nodes!: readonly Activity[];
  @RoleField(() => Boolean, { nullable: false }) hasNextPage!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The activity after the step; null with the faults for which there was none.',
})
export class ActivityAnswer {
  @RoleField(() => Activity) activity?: Activity | null;
  @RoleField(() => [CooperationFaultType], { nullable: false })
  faults!: readonly CooperationFaultType[];
}
