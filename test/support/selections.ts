/** From a guarded coordinate to the smallest selection under a Person that asks it. */
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';

const SDL = new URL('../../schema/gateway.graphql', import.meta.url);

/** The emitted schema. */
export const emittedSchema = (): GraphQLSchema => buildSchema(readFileSync(SDL, 'utf8'));

const schema = emittedSchema();

function fieldOf(type: string, name: string): GraphQLField<unknown, unknown> {
  const object = schema.getType(type);
  const field = isObjectType(object) ? object.getFields()[name] : undefined;
  if (field === undefined) throw new Error(`no coordinate ${type}.${name}`);
  return field;
}

/** Fields of a record that carry no item of their own. */
function leaves(type: string, closed: ReadonlySet<string>): string {
  const object = schema.getType(type);
  if (!isObjectType(object)) return '';
  const names = Object.values(object.getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && !closed.has(`${type}.${field.name}`),
  );
  return `{ ${names.map(({ name }) => name).join(' ')} }`;
}

const ARGUMENTS: Readonly<Record<string, string>> = { 'Person.isNationalOf': '(state: "KAZ")' };

/** The selection that asks a field of a type, with the open fields of what it returns. */
function select(coordinate: string, closed: ReadonlySet<string>): string {
  const [type = '', name = ''] = coordinate.split('.');
  const returned = getNamedType(fieldOf(type, name).type);
  const inner = isLeafType(returned) ? '' : ` ${leaves(returned.name, closed)}`;
  return `${name}${ARGUMENTS[coordinate] ?? ''}${inner}`;
}

/** The guarded field of Person that leads to records of this type. */
function leadsTo(type: string): string {
  const person = schema.getType('Person');
  const fields = isObjectType(person) ? Object.values(person.getFields()) : [];
  const field = fields.find((candidate) => getNamedType(candidate.type).name === type);
  if (field === undefined) throw new Error(`nothing leads to ${type}`);
  return field.name;
}

/** What to write under `node { }` to ask one guarded coordinate, and the response keys from there to it. */
export function askFor(
  coordinate: string,
  guarded: ReadonlySet<string>,
): { readonly selection: string; readonly keys: readonly string[] } {
  const [type = '', name = ''] = coordinate.split('.');
  if (type === 'Person') return { selection: select(coordinate, guarded), keys: [name] };
  const parent = leadsTo(type);
  return { selection: `${parent} { ${select(coordinate, guarded)} }`, keys: [parent, name] };
}
