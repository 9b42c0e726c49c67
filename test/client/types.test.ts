/** What the compiler knows of an answer: each guarded value is a union, everything else is what the schema says. */
import { expectTypeOf, test } from 'vitest';
import {
  type Answered,
  chosenFields,
  type explain,
  type Guarded,
  identityEstablishment,
  instruments,
  openClient,
  type Sex,
} from '../../client/src/index.js';

const client = openClient({ url: 'http://127.0.0.1:1', token: 'abc' });

test('a static operation', () => {
  const ask = () => client.ask(identityEstablishment);
  type Data = Extract<Awaited<ReturnType<typeof ask>>, Answered<unknown>>['data'];
  type Node = Data['subjects']['edges'][number]['node'];
  expectTypeOf<Node['id']>().toEqualTypeOf<string>();
  expectTypeOf<Node['sex']>().toEqualTypeOf<Guarded<Sex>>();
  type Name = Extract<Node['nameLatin'], { state: 'given' }>['value'];
  expectTypeOf<Name['surname']>().toEqualTypeOf<string | null>();
  expectTypeOf<Data['subjects']['pageInfo']['endCursor']>().toEqualTypeOf<string | null>();
});

test('what is chosen may not be there, and holds guarded values of its own', () => {
  const ask = () => client.ask(chosenFields, { entryBans: true });
  type Data = Extract<Awaited<ReturnType<typeof ask>>, Answered<unknown>>['data'];
  type Node = Data['subjects']['edges'][number]['node'];
  expectTypeOf<undefined>().toExtend<Node['sex']>();
  type Ban = Extract<NonNullable<Node['entryBans']>, { state: 'given' }>['value'][number];
  type Grounds = Extract<Ban['grounds'], { state: 'given' }>['value'];
  expectTypeOf<Grounds[number]['provision']>().toEqualTypeOf<string | null>();
});

test('what is public has no union', () => {
  const ask = () => client.ask(instruments);
  type Data = Extract<Awaited<ReturnType<typeof ask>>, Answered<unknown>>['data'];
  expectTypeOf<Data['instruments'][number]['id']>().toEqualTypeOf<string>();
});

test('a variable of another type does not compile', () => {
  const ask = client.ask<object, { readonly purpose: string }, typeof explain.outline>;
  expectTypeOf(ask).parameter(1).toEqualTypeOf<{ readonly purpose: string }>();
});
