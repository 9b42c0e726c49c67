/** A condition of an answer as the executing officer states it (10(2)). */
import { Field, InputType } from 'type-graphql';
import type { Condition } from '../../../requests/index.js';
import type { Item } from '../../../treaty/index.js';
import { ItemEnum } from '../../types/enums.js';
import { Instant } from '../../types/scalars.js';
import { ConditionKind } from './case-enums.js';

@InputType()
export class ConditionInput {
  @Field(() => ConditionKind) kind!: Condition['kind'];
  @Field(() => [ItemEnum]) items!: readonly Item[];
  @Field(() => String) text!: string;
  @Field(() => Instant, {
    nullable: true,
    description: 'Needed by CLOSED_UNTIL, taken by NOT_AS_EVIDENCE.',
  })
  until?: number | null;
}
