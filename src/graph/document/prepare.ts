/**
 * From the body of a request to an operation that may be judged: text, introspection, operation, variables, limits,
 * in this order. What is thrown is made of constant words, reasons and places.
 */
import {
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { Refusal } from '../../base/index.js';
import { type CoordinateTable, coordinatesOf } from '../coordinates.js';
import type { AskedCoordinate, DocumentParams, SchemaRights } from '../graph.js';
import { LIMITS } from '../limits.js';
import type { Variables } from './conditions.js';
import { DocumentCache } from './document-cache.js';
import { type ExplainField, type Gathered, gather } from './gather.js';
import { type AskedExplain, PreparedOperation } from './operation.js';
import { outlineOf } from './outline.js';
import { locationOf, refuseDocument } from './refuse.js';
import { readDocument, type ValidDocument } from './syntax.js';

export type Prepare = (params: DocumentParams, rights: SchemaRights) => PreparedOperation;

interface Kept {
  readonly valid: ValidDocument;
  /** Operations without variables, prepared, by name. */
  readonly prepared: Map<string, PreparedOperation>;
}

interface Params {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly name: string | undefined;
}

interface Finished {
  readonly valid: ValidDocument;
  readonly chosen: OperationDefinitionNode;
  readonly params: Params;
  /** Coerced. */
  readonly variables: Variables;
  readonly gathered: Gathered;
  readonly explains: readonly AskedExplain[];
}

/** Makes `prepare` for a schema, with its cache of documents. */
export function openPrepare(schema: GraphQLSchema): Prepare {
  const desk = new Desk(schema);
  return (params, rights) => desk.prepare(readParams(params), rights);
}

class Desk {
  readonly #schema: GraphQLSchema;
  readonly #table: CoordinateTable;
  readonly #cache = new DocumentCache<Kept>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
    this.#table = coordinatesOf(schema);
  }

  prepare(params: Params, rights: SchemaRights): PreparedOperation {
    const kept = this.#read(params.text, rights);
    const chosen = chooseOperation(kept.valid, params.name);
    const key = chosen.name?.value ?? '';
    const known = kept.prepared.get(key);
    if (known !== undefined) return known;
    const variables = this.#coerce(chosen, params.variables);
    const gathered = this.#gather(kept.valid, chosen, variables);
    const explains = gathered.explains.map((field) => this.#explain(field));
    const operation = this.#finish({
      ...{ valid: kept.valid, chosen, params, variables, gathered, explains },
    });
    if (takesNoVariables(chosen)) kept.prepared.set(key, operation);
    return operation;
  }

  #read(text: string, { mayIntrospect, mayReadSdl = mayIntrospect }: SchemaRights): Kept {
    const kept = this.#cache.get(text, () => ({
      valid: readDocument(this.#schema, text),
      prepared: new Map(),
    }));
    const { introspection, sdl } = kept.valid;
    const closed = [...(mayIntrospect ? [] : introspection), ...(mayReadSdl ? [] : sdl)];
    if (closed.length > 0) throw refuseDocument('VALIDATION', closed.slice(0, 1));
    return kept;
  }

  #coerce(operation: OperationDefinitionNode, given: Variables): Variables {
    const result = getVariableValues(this.#schema, operation.variableDefinitions ?? [], given, {
      maxErrors: 1,
    });
    if (result.coerced !== undefined) return result.coerced;
    throw refuseDocument('VARIABLES', result.errors[0]?.locations);
  }

  #gather(valid: ValidDocument, chosen: OperationDefinitionNode, variables: Variables): Gathered {
    const { selectionSet, operation } = chosen;
    const root = operation === OperationTypeNode.MUTATION ? 'Mutation' : 'Query';
    const gathered = gather(this.#table, valid, { selectionSet, variables, root });
    if (gathered.cost > LIMITS.cost || gathered.explains.length > LIMITS.explains) {
      throw refuseDocument('COST', locationOf(chosen));
    }
    return gathered;
  }

  // Places inside the inner text would be read as places of the outer one: the field itself is named instead.
  #explain({ key, node, operation, variables, purpose }: ExplainField): AskedExplain {
    try {
      const inner = readParams({ query: operation, variables });
      return { key, purpose, guarded: this.#inner(inner) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw refuseDocument(error.detail.reason ?? 'VARIABLES', locationOf(node));
    }
  }

  // An `explain` within is not followed: it asks nothing guarded.
  #inner(params: Params): readonly AskedCoordinate[] {
    const { valid } = this.#read(params.text, { mayIntrospect: false });
    const chosen = chooseOperation(valid, undefined);
    // What would be read can be explained; a move cannot be tried.
    if (chosen.operation !== OperationTypeNode.QUERY) throw refuseDocument('VALIDATION');
    const variables = this.#coerce(chosen, params.variables);
    return this.#gather(valid, chosen, variables).asked.guarded;
  }

  // What is kept for the next caller holds nothing of this one's variables.
  #finish({ valid, chosen, params, variables, gathered, explains }: Finished): PreparedOperation {
    const { selectionSet } = chosen;
    return new PreparedOperation({
      valid,
      outline: outlineOf(this.#table, valid, { selectionSet, variables }),
      name: chosen.name?.value,
      variables: takesNoVariables(chosen) ? {} : params.variables,
      asked: gathered.asked,
      cost: gathered.cost,
      explains,
    });
  }
}

// The first fault of the body itself has no reason: it is not the document's.
function readParams({ query, variables, operationName, extensions }: DocumentParams): Params {
  if (typeof query !== 'string') throw new Refusal('BAD_REQUEST');
  if (operationName != null && typeof operationName !== 'string') throw new Refusal('BAD_REQUEST');
  if (extensions != null && !isRecord(extensions)) throw new Refusal('BAD_REQUEST');
  if (variables != null && !isRecord(variables)) throw new Refusal('BAD_REQUEST');
  return { text: query, variables: variables ?? {}, name: operationName ?? undefined };
}

function takesNoVariables({ variableDefinitions }: OperationDefinitionNode): boolean {
  return variableDefinitions === undefined || variableDefinitions.length === 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function chooseOperation(
  { operations }: ValidDocument,
  name: string | undefined,
): OperationDefinitionNode {
  const [first] = operations;
  if (name === undefined && first !== undefined && operations.length === 1) return first;
  const chosen = operations.find((operation) => operation.name?.value === name);
  if (name === undefined || chosen === undefined) throw refuseDocument('OPERATION_NAME');
  return chosen;
}
