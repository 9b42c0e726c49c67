/** Contact points over time, and the monitoring view (memorandum, paragraph 5): offices and figures, nobody by name. */
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MONITORED } from '../../cooperation/index.js';
import { RoleField } from '../field-kinds.js';
import { Authority } from '../types/authority.js';
import { enumOf } from '../types/enums.js';
import { Instant, PartialDate } from '../types/scalars.js';
import { CooperationFaultType } from './types.js';

type Text = string | null;
type Whole = number | null;
type Many<T> = readonly T[] | null;

const ContactDutyEnum = enumOf('ContactDuty', ['COMMUNICATION', 'MONITORING']);
const MonitoredEnum = enumOf('Monitored', MONITORED, 'What is counted.');

@InputType({ description: 'An office of the own authority; no person is named in it.' })
export class ContactPointInput {
  @Field(() => ID, { description: 'Its own, the same over time.' }) id!: string;
  @Field(() => String, { description: 'Of the office.' }) name!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Whose officers are the contact point, as `unit` of their tokens.',
  })
  unit?: Text;
  @Field(() => String) address!: string;
  @Field(() => String, { nullable: true, description: '`+`, digits, single spaces.' })
  telephone?: Text;
  @Field(() => String, { nullable: true, description: 'Of the office.' }) email?: Text;
  @Field(() => [ContactDutyEnum]) duties!: readonly ('COMMUNICATION' | 'MONITORING')[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'A version of a contact point: when it holds, and when that was known.',
})
export class ContactPoint {
  @RoleField(() => ID, { nullable: false }) id!: string;
  @RoleField(() => Authority) authority?: Authority | null;
  @RoleField(() => String) name?: Text;
  @RoleField(() => String) unit?: Text;
  @RoleField(() => String) address?: Text;
  @RoleField(() => String) telephone?: Text;
  @RoleField(() => String) email?: Text;
  @RoleField(() => [ContactDutyEnum]) duties?: Many<string>;
  @RoleField(() => Instant) validFrom?: Whole;
  @RoleField(() => Instant, { description: 'The first instant at which it no longer holds.' })
  validUntil?: Whole;
  @RoleField(() => Instant) recordedAt?: Whole;
  @RoleField(() => Instant, { description: 'Since when another version says it.' })
  withdrawnAt?: Whole;
  @RoleField(() => String, { description: 'What it rests on.' }) note?: Text;
}

@ObjectType({ simpleResolvers: true })
export class ContactPointAnswer {
  @RoleField(() => ContactPoint) contactPoint?: ContactPoint | null;
  @RoleField(() => [CooperationFaultType], { nullable: false })
  faults!: readonly CooperationFaultType[];
}

@ObjectType({ simpleResolvers: true })
export class MonitoredFigure {
  @RoleField(() => MonitoredEnum) what?: Text;
  @RoleField(() => String) clause?: Text;
  @RoleField(() => String, { description: 'Where it stood when the quarter ended.' }) state?: Text;
  @RoleField(() => Int) count?: Whole;
}

@ObjectType({ simpleResolvers: true, description: 'How requests were executed (10(3)).' })
export class MonitoredTimeliness {
  @RoleField(() => Authority, { description: 'That executed.' }) executing?: Authority | null;
  @RoleField(() => Int) received?: Whole;
  @RoleField(() => Int, { description: 'Answered or refused.' }) concluded?: Whole;
  @RoleField(() => Int) withinTerm?: Whole;
  @RoleField(() => Float, { description: 'Whole days from receipt to conclusion.' })
  medianDays?: Whole;
  @RoleField(() => Int, { description: 'When the quarter ended.' }) open?: Whole;
  @RoleField(() => Int) overdue?: Whole;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A calendar quarter (UTC) with one authority, as it stood when it ended.',
})
export class MonitoredPeriod {
  @RoleField(() => PartialDate) from?: Text;
  @RoleField(() => PartialDate, { description: 'The first day after it.' }) until?: Text;
  @RoleField(() => Authority) authority?: Authority | null;
  @RoleField(() => [MonitoredFigure]) figures?: Many<MonitoredFigure>;
  @RoleField(() => [MonitoredTimeliness]) timeliness?: Many<MonitoredTimeliness>;
  @RoleField(() => [MonitoredEnum], {
    description: 'What is not told: single cases could be made out, or the quarter has not ended.',
  })
  untold?: Many<string>;
}

@ObjectType({ simpleResolvers: true })
export class Monitoring {
  @RoleField(() => [MonitoredPeriod]) periods?: Many<MonitoredPeriod>;
  @RoleField(() => [CooperationFaultType], { nullable: false })
  faults!: readonly CooperationFaultType[];
}
