/**
 * The kinds of coordinate. Every field of the schema has exactly one, given by the decorator that declares it:
 *
 * - guarded: carries an item of the instruments; decided for each grant;
 * - inherited: a field of a record; open wherever the guarded (or public) field that leads to the record is;
 * - structural: holds an answer together; open under any live grant;
 * - public: says what the law says, nothing about anybody;
 * - role: the life of a request, for officers of this authority; which case exists for whom, the desk decides (11(1)).
 *
 * `Authority` is led to by records, by instruments and by cases alike, so its fields are inherited: open as the way to them is.
 * A field without a kind stops the start (check-schema.ts).
 */
import 'reflect-metadata';
import type { GraphQLField } from 'graphql';
import { Extensions, Field, Mutation, Query } from 'type-graphql';
import { formatClauses, ITEMS, type Item, loadInstruments } from '../treaty/index.js';

const KINDS = ['guarded', 'inherited', 'structural', 'public', 'role'] as const;
export type Kind = (typeof KINDS)[number];

type TypeThunk = () => object | [object];
type FieldDecorator = (prototype: object, name: string, descriptor?: PropertyDescriptor) => void;

interface Shape {
  readonly nullable?: boolean;
  readonly description?: string;
}

/** A field that carries an item: nullable, tagged, with the item and its clauses in the description. */
export function GuardedField(item: Item, type: TypeThunk, note?: string): FieldDecorator {
  const description = note === undefined ? lawOf(item) : `${note} ${lawOf(item)}`;
  return both(Field(type, { nullable: true, description }), {
    kind: 'guarded',
    item,
    directives: { item: { name: item } },
  });
}

/** A field of a record, open as the way to the record is. */
export function InheritedField(type: TypeThunk, shape: Shape = {}): FieldDecorator {
  return both(Field(type, { nullable: true, ...shape }), { kind: 'inherited' });
}

/** A field that holds an answer together. */
export function StructuralField(type: TypeThunk, shape: Shape = {}): FieldDecorator {
  return both(Field(type, { nullable: false, ...shape }), { kind: 'structural' });
}

/** A field that says what the law says. */
export function PublicField(type: TypeThunk, shape: Shape = {}): FieldDecorator {
  return both(Field(type, { nullable: false, ...shape }), { kind: 'public' });
}

/** A field of a case; what is not known or not there yet is null. */
export function RoleField(type: TypeThunk, shape: Shape = {}): FieldDecorator {
  return both(Field(type, { nullable: true, ...shape }), { kind: 'role' });
}

/** A root field of kind structural. */
export function StructuralQuery(type: TypeThunk, shape: Shape = {}): FieldDecorator {
  return both(root(type, shape), { kind: 'structural' });
}

/** A root field of kind public. */
export function PublicQuery(type: TypeThunk, shape: Shape = {}): FieldDecorator {
  return both(root(type, shape), { kind: 'public' });
}

/** A root field of kind role. */
export function RoleQuery(type: TypeThunk, shape: Shape = {}): FieldDecorator {
  return both(root(type, shape), { kind: 'role' });
}

/** A mutation: of kind role, there are no others. */
export function RoleMutation(type: TypeThunk, shape: Shape = {}): FieldDecorator {
  const declare = Mutation(type, { nullable: false, ...shape });
  return both((prototype, name, descriptor = {}) => declare(prototype, name, descriptor), {
    kind: 'role',
  });
}

/** What a field's declaration says about it; undefined members where it says nothing. */
export function tagOf(field: GraphQLField<unknown, unknown>): {
  readonly kind: Kind | undefined;
  readonly item: Item | undefined;
} {
  const { kind, item } = field.extensions;
  return {
    kind: KINDS.find((known) => known === kind),
    item: ITEMS.find((known) => known === item),
  };
}

function root(type: TypeThunk, shape: Shape): FieldDecorator {
  const declare = Query(type, { nullable: false, ...shape });
  return (prototype, name, descriptor = {}) => declare(prototype, name, descriptor);
}

function both(declare: FieldDecorator, extensions: Record<string, unknown>): FieldDecorator {
  return (prototype, name, descriptor) => {
    declare(prototype, name, descriptor);
    Extensions(extensions)(prototype, name);
  };
}

function lawOf(item: Item): string {
  const bases = [...loadInstruments().values()].flatMap(({ id, items }) => {
    const clauses = items[item];
    return clauses === undefined ? [] : [`${id} ${formatClauses(clauses)}`];
  });
  return `Item ${item}: ${bases.length === 0 ? 'in no instrument' : bases.join(', ')}.`;
}
