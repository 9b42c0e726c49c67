/** Mutations as data: how the arguments of a row are read, and how a resolver gets it as a method. */
import { Arg, Ctx } from 'type-graphql';
import type { InputFault } from './cases/faults.js';
import type { Taking } from './cases/taking.js';
import { RoleMutation } from './field-kinds.js';

/** Arguments as GraphQL coerced them. */
export type Given = Readonly<Record<string, unknown>>;

/** A reader for each argument. */
export type Takes<Values> = { readonly [Name in keyof Values]-?: Taking<Values[Name]> };

/** What every row says of itself. */
export interface Row {
  readonly description: string;
  readonly takes: Takes<Given>;
}

export type Read<Values> =
  | { readonly values: Values; readonly faults: readonly [] }
  | { readonly values: null; readonly faults: readonly InputFault[] };

/** Reads every argument by its own reader: the values, or every fault. */
export function readAll<Values extends object>(takes: Takes<Values>, given: Given): Read<Values> {
  const read = Object.entries<Taking<unknown>>(takes).map(
    ([name, one]) => [name, one.read(given[name], name)] as const,
  );
  const faults = read.flatMap(([, taken]) => ('faults' in taken ? taken.faults : []));
  if (faults.length > 0) return { values: null, faults };
  const values = read.flatMap(([name, taken]) => ('value' in taken ? [[name, taken.value]] : []));
  // Every member was read by the reader of its type.
  return { values: Object.fromEntries(values) as Values, faults: [] };
}

/** A mutation of a resolver: the type of its answer, and who gives it out of the context's reading. */
export interface DeclaredMutation<Reading> extends Row {
  readonly type: () => object;
  readonly answer: (reading: Reading, given: Given) => Promise<unknown>;
}

/** Declares it as a method of the resolver, as its decorators would. */
export function declareMutation<Reading>(
  { prototype }: { readonly prototype: object },
  name: string,
  { description, takes, type, answer }: DeclaredMutation<Reading>,
): void {
  const readers = Object.entries(takes);
  Object.defineProperty(prototype, name, {
    value: (reading: Reading, ...given: readonly unknown[]) =>
      answer(reading, Object.fromEntries(readers.map(([argument], at) => [argument, given[at]]))),
  });
  Ctx('reading')(prototype, name, 0);
  for (const [at, [argument, taking]] of readers.entries()) {
    const { type: typeOf, nullable, description: said } = taking;
    const shape = { nullable, ...(said === undefined ? {} : { description: said }) };
    Arg(argument, typeOf, shape)(prototype, name, at + 1);
  }
  RoleMutation(type, { description })(prototype, name);
}
