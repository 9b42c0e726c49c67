/** The schema, built from the classes under types/ and cases/, and its SDL. */
import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { GraphQLEnumType, GraphQLSchema, specifiedDirectives } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { itemDirective } from './item-directive.js';
import { AuthorityResolver } from './types/authority.js';
import { QueryResolver } from './types/query.js';

// After the types that others rely on: the SDL lists them in the order in which they are declared.

import { AuditResolver } from './audit/resolver.js';
import { CaseResolver } from './cases/case-resolver.js';
import { CaseMutationResolver } from './cases/mutation-resolver.js';
import { CooperationResolver } from './cooperation/resolver.js';
import { CustodyResolver } from './custody/resolver.js';
import { LifeResolver } from './life/resolver.js';
import { ProvisionResolver } from './provisions/resolver.js';
import { PublicationResolver } from './publications/resolver.js';
import { ReadmissionResolver } from './readmission/resolver.js';
import { ReportResolver } from './reports/resolver.js';

/** Builds the schema with its resolvers. Every call gives a new one: some tools change the schema they are given. */
export function buildGraphSchema(): GraphQLSchema {
  const built = buildSchemaSync({
    resolvers: [
      QueryResolver,
      AuthorityResolver,
      CaseResolver,
      CaseMutationResolver,
      ProvisionResolver,
      AuditResolver,
      CustodyResolver,
      PublicationResolver,
      ReportResolver,
      CooperationResolver,
      LifeResolver,
      ReadmissionResolver,
    ],
    validate: false,
    // Whether it is a schema is asked where it is opened: by Apollo Server, or by whoever validates a document against it.
    skipCheck: true,
    directives: [...specifiedDirectives],
  });
  const item = built.getType('Item');
  if (!(item instanceof GraphQLEnumType)) throw new Error('the schema has no enum Item');
  const config = built.toConfig();
  return new GraphQLSchema({ ...config, directives: [...config.directives, itemDirective(item)] });
}

/** The SDL with the items of its fields. */
export function printSdl(schema: GraphQLSchema): string {
  return `${printSchemaWithDirectives(schema).trim()}\n`;
}

/** SHA-256 of the SDL, hexadecimal. */
export function schemaVersionOf(schema: GraphQLSchema): string {
  return createHash('sha256').update(printSdl(schema)).digest('hex');
}
