/** The supergraph: what each state's gateway says of itself, and the partner's own subgraph, composed at start. */
import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { CASE_FILES_SDL } from './case-files.js';
import type { Hop, Standing } from './hop.js';

export const CASE_FILES = 'case_files';

/** The name of a state's subgraph: `aze`. */
export const nameOf = ({ state }: Hop): string => state.code.toLowerCase();

/** Asks every state for its schema and composes. Rejects with an error that names what does not fit. */
export async function composeSupergraph(
  hops: readonly Hop[],
  standingAt: (hop: Hop) => Promise<Standing>,
): Promise<string> {
  const states = await Promise.all(
    hops.map(async (hop) => ({
      name: nameOf(hop),
      url: hop.state.origin,
      typeDefs: parse(await sdlOf(hop, await standingAt(hop))),
    })),
  );
  const own = { name: CASE_FILES, url: 'memory:', typeDefs: parse(CASE_FILES_SDL) };
  const composed = composeServices([...states, own]);
  if (compositionHasErrors(composed)) {
    throw new Error(composed.errors.map(({ message }) => message).join('; '));
  }
  return composed.supergraphSdl;
}

/** The schema of a state, in SDL. Rejects with an error that names the code of why there is none. */
export async function sdlOf(hop: Hop, standing: Standing): Promise<string> {
  const operation = { query: '{ _service { sdl } }', isOnRecord: false };
  const answer = await hop.ask(operation, standing);
  if ('fault' in answer) throw new Error(`${hop.state.code}: no schema, ${answer.fault}`);
  const { sdl } = (answer.data?._service ?? {}) as { readonly sdl?: unknown };
  if (typeof sdl !== 'string') throw new Error(`${hop.state.code}: no schema`);
  return sdl;
}
