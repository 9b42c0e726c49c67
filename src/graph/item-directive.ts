/** `@item(name: Item!)`: the item of an instrument that a field carries, visible in the SDL. */
import { DirectiveLocation, GraphQLDirective, type GraphQLEnumType, GraphQLNonNull } from 'graphql';

/** The directive over the schema's own `Item` type. */
export function itemDirective(item: GraphQLEnumType): GraphQLDirective {
  return new GraphQLDirective({
    name: 'item',
    description:
      'The item of the instruments that opens this field; in no instrument, it stays closed.',
    locations: [DirectiveLocation.FIELD_DEFINITION],
    args: { name: { type: new GraphQLNonNull(item) } },
  });
}
