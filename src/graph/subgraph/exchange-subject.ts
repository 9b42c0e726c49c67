/** The one entity that states share: a subject of a request, by the id that both sides know and nobody else. */
import { Extensions, ID, ObjectType } from 'type-graphql';
import { StructuralField } from '../field-kinds.js';
import { Person } from '../types/person.js';

/** The name of the entity, the same in every state's subgraph. */
export const EXCHANGE_SUBJECT = 'ExchangeSubject';

@Extensions({ directives: { key: { fields: 'id' } } })
@ObjectType({
  simpleResolvers: true,
  description: 'A subject of a request, as each state that answers for it has the person.',
})
export class ExchangeSubject {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  @StructuralField(() => ID, {
    description: 'The request and the number of the subject in it; valid nowhere else.',
  })
  get id(): string {
    return this.#person.id;
  }

  @StructuralField(() => Person, {
    nullable: true,
    description:
      'By the register of the requested state, or by what the requesting state received.',
  })
  get person(): Person {
    return this.#person;
  }
}
