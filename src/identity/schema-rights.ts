/** Who may read what of a schema: names tell what there is to attack, and a partner's router needs them. */
import type { Caller } from './caller.js';

type May = (caller: Pick<Caller, 'role'>) => boolean;

export interface SchemaRights {
  readonly mayIntrospect: May;
  /** The SDL of the subgraph: registered gateways, and whoever may introspect. */
  readonly mayReadSdl: May;
}

/** In development everybody may; in production developers, and registered gateways the SDL. */
export function schemaRightsIn(mode: 'production' | 'development'): SchemaRights {
  const mayIntrospect: May = ({ role }) => mode === 'development' || role === 'DEVELOPER';
  return {
    mayIntrospect,
    mayReadSdl: ({ role }) => role === 'PARTNER_GATEWAY' || mayIntrospect({ role }),
  };
}
