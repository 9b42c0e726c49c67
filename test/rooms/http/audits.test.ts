import { buildSchema, execute, GraphQLError, parse, validate } from 'graphql';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentReason, Refusal } from '../../../src/base/index.js';
import type { Ask, Released } from '../../../src/rooms.js';
import { answered, openStage, refused, type Stage } from './stage.js';

const schema = buildSchema('type Query { person(id: ID!): String }');

const refuse = (reason: DocumentReason) => refused(new Refusal('BAD_REQUEST', { reason }));

/** A gateway of the smallest kind: a document that parses and validates is executed. */
async function answer({ document: { query, variables, operationName } }: Ask): Promise<Released> {
  try {
    const document = parse(String(query));
    if (validate(schema, document).length > 0) return refuse('VALIDATION');
    const result = await execute({
      schema,
      document,
      variableValues: variables as Record<string, unknown> | null,
      operationName: operationName as string | null,
    });
    return result.data === undefined ? refuse('VARIABLES') : answered(JSON.stringify(result));
  } catch (error) {
    if (error instanceof GraphQLError) return refuse('SYNTAX');
    throw error;
  }
}

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  stage.reply = answer;
});
afterAll(() => stage.close());

// Of GET, which we do not answer: the specification leaves that to a server.
const NOTICES = ['5A70', 'D6D5', '6A70'];

describe("graphql-http's audits", () => {
  const audits = serverAudits({ url: () => `${stage.door.url}/graphql` });

  it.each(audits.map((each) => [each.name, each] as const))('%s', async (_name, { id, fn }) => {
    const result = await fn();
    expect(result).toMatchObject({ status: NOTICES.includes(id) ? 'notice' : 'ok' });
  });
});
