/** Pages of subjects, as Relay's cursor connections specify. No total: a count would tell of persons not shown. */
import { ObjectType } from 'type-graphql';
import { StructuralField } from '../field-kinds.js';
import { Person } from './person.js';

@ObjectType({ simpleResolvers: true })
export class PageInfo {
  @StructuralField(() => Boolean) hasNextPage!: boolean;
  @StructuralField(() => Boolean) hasPreviousPage!: boolean;
  @StructuralField(() => String, { nullable: true }) startCursor?: string | null;
  @StructuralField(() => String, { nullable: true }) endCursor?: string | null;
}

@ObjectType({ simpleResolvers: true })
export class SubjectEdge {
  @StructuralField(() => String) cursor!: string;
  @StructuralField(() => Person) node!: Person;
}

@ObjectType({ simpleResolvers: true })
export class SubjectConnection {
  @StructuralField(() => [SubjectEdge]) edges!: readonly SubjectEdge[];
  @StructuralField(() => PageInfo) pageInfo!: PageInfo;
}
