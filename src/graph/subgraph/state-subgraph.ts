/** The gateway's own subgraph: what a partner may ask, under the names of the state, with the shared entity beside it. */

import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLSchema,
  GraphQLString,
  specifiedDirectives,
} from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import type { CountryCode } from '../../treaty/index.js';
import { AuthorityResolver } from '../types/authority.js';
import { QueryResolver } from '../types/query.js';
import { buildSubgraph, type Subgraph } from './build-subgraph.js';
import { ExchangeSubject } from './exchange-subject.js';
import { prefixNames } from './prefix-names.js';

/** 2.5 is the oldest that has all of these. The name of the item's specification resolves nowhere, by RFC 2606. */
const LINKS = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@composeDirective", "@authenticated"])
  @link(url: "https://specs.sorgu.invalid/item/v1.0", import: ["@item"])
  @composeDirective(name: "@item")`;

// With a text for its argument it is one directive in all states, whatever items each knows.
const itemDirective = new GraphQLDirective({
  name: 'item',
  description:
    'The item of the instruments that opens this field; in no instrument, it stays closed.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: { name: { type: new GraphQLNonNull(GraphQLString) } },
});

/** Builds the subgraph of a state: ISO 3166-1 alpha-3. */
export function buildStateSubgraph(state: CountryCode): Subgraph {
  const built = buildSchemaSync({
    resolvers: [QueryResolver, AuthorityResolver],
    orphanedTypes: [ExchangeSubject],
    validate: false,
    // What is made of it is checked as a subgraph, and again where it is opened.
    skipCheck: true,
    directives: [...specifiedDirectives],
  });
  const config = built.toConfig();
  const plain = new GraphQLSchema({
    ...config,
    directives: [...config.directives, itemDirective],
  });
  return buildSubgraph({
    schema: prefixNames(plain, state),
    links: LINKS,
    entities: (reading, representations, key) => reading.entities(representations, key),
  });
}
