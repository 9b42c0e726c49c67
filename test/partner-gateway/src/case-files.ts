/**
 * The partner's own subgraph: the case files of its officers. It knows a person of a request by the id alone that both
 * states know, and nothing that either of them holds. Invented, and in memory; who may ask is settled at the router's door.
 */
import type { ExecutionResult } from '@graphql-tools/utils';
import { buildSchema, type DocumentNode, execute } from 'graphql';

export const CASE_FILES_SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Query { caseFile(request: ID!): CaseFile }
  type CaseFile { number: String!  request: ID!  subjects: [ExchangeSubject!]! }
  type ExchangeSubject @key(fields: "id", resolvable: false) { id: ID! }
`;

const schema = buildSchema(
  CASE_FILES_SDL.replace(/extend schema.*\n/, '').replace(/@key[^{]*/, ''),
);

export interface CaseFile {
  readonly number: string;
  readonly request: string;
  /** How many persons the request is about. */
  readonly subjects: number;
}

export type CaseFiles = (document: DocumentNode, variables: object) => Promise<ExecutionResult>;

/** Opens the subgraph over these files. */
export function openCaseFiles(files: readonly CaseFile[]): CaseFiles {
  const byRequest = new Map(files.map((file) => [file.request, viewOf(file)]));
  const rootValue = { caseFile: ({ request }: CaseFile) => byRequest.get(request) ?? null };
  return async (document, variables) =>
    execute({ schema, document, rootValue, variableValues: { ...variables } });
}

const viewOf = ({ number, request, subjects }: CaseFile) => ({
  number,
  request,
  subjects: Array.from({ length: subjects }, (_, at) => ({
    __typename: 'ExchangeSubject',
    id: `${request}.${at + 1}`,
  })),
});
