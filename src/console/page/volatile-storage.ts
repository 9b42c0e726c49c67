import type { GraphiQLProps } from 'graphiql';

type GraphiQLStorage = NonNullable<GraphiQLProps['storage']>;

/**
 * Storage that ends with the page. GraphiQL's default is localStorage, where queries and variables, and with them
 * document numbers, would outlive the officer's session.
 */
export function volatileStorage(): GraphiQLStorage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      values.set(key, value);
    },
    removeItem: (key) => {
      values.delete(key);
    },
    clear: () => values.clear(),
    get length() {
      return values.size;
    },
  };
}
