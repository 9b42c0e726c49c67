/** The example operations under schema/operations, one per purpose and two for callers without a request. */
import type { Access } from './access.js';

const files: Readonly<Record<string, string>> = import.meta.glob(
  '../../../schema/operations/*.graphql',
  { query: '?raw', import: 'default', eager: true },
);
const byName = new Map(
  Object.entries(files).map(([path, text]) => [path.replace(/^.*\/(.*)\.graphql$/, '$1'), text]),
);
const texts = new Set(byName.values());

/**
 * The example to start from under this access: the file of a purpose bears its name, and a persona without requests
 * sees what is public. Undefined where a request or purpose was left out on purpose: the text then stays.
 */
export function exampleFor({ persona, purpose }: Access): string | undefined {
  if (purpose !== undefined) return nameOf(purpose);
  return persona.requests.length === 0 ? 'instruments' : undefined;
}

/** IDENTITY_ESTABLISHMENT -> identity-establishment. */
function nameOf(purpose: string): string {
  return purpose.toLowerCase().replaceAll('_', '-');
}

/** By file name, sorted, for the picker. */
export function exampleNames(): readonly string[] {
  return [...byName.keys()].sort();
}

/** The text of an example, empty for a name that is none. */
export function exampleText(name: string | undefined): string {
  return byName.get(name ?? '') ?? '';
}

/** Whether nothing of the developer's own would be lost by replacing this text. */
export function isUntouched(text: string): boolean {
  return text.trim() === '' || texts.has(text);
}
