/**
 * How a router names an entity: `{ "__typename": "ExchangeSubject", "id": "<request>.<n>" }`. Attacker-controlled; what
 * is not exactly this names nobody, and answers as an unknown subject does.
 */
import { GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';
import { numberIn } from '../subject-id.js';
import { EXCHANGE_SUBJECT } from './exchange-subject.js';

type Members = Readonly<Record<string, unknown>>;

function membersOf(value: unknown): Members {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new TypeError('A representation is an object.');
}

/** `_Any` of the federation specification: an object, and nothing else is said of it. */
export const Representation = new GraphQLScalarType<Members>({
  name: '_Any',
  description: 'An entity, named by its type and its key.',
  serialize: membersOf,
  parseValue: membersOf,
  parseLiteral(node, variables) {
    if (node.kind !== Kind.OBJECT) throw new TypeError('A representation is an object.');
    return membersOf(valueFromASTUntyped(node, variables));
  },
});

/** The number of the subject that each representation names in this request; 0, which no subject has, for any other. */
export function numbersIn(representations: unknown, request: string): readonly number[] {
  return Array.isArray(representations)
    ? representations.map((one: Members) => numberIn(idOf(one), request))
    : [];
}

function idOf({ __typename: type, id, ...others }: Members): string {
  const isKey = Object.keys(others).length === 0 && type === EXCHANGE_SUBJECT;
  return isKey && typeof id === 'string' ? id : '';
}
