/** The explorer's own pane: what the chosen grant opens of the operation as it is typed, and of the whole schema. */
import { type GraphiQLPlugin, useGraphiQL } from '@graphiql/react';
import { type DocumentNode, print, separateOperations } from 'graphql';
import { createContext, createElement as h, type ReactElement, useContext, useMemo } from 'react';
import type { Access } from './access.js';
import type { Asked, Explained } from './explain.js';
import { operationOn, personTree } from './schema-tree.js';
import { SchemaView } from './schema-view.js';
import { useExplained } from './use-explained.js';
import { countsOf, VerdictList } from './verdicts.js';

/** The access that the pane speaks of. */
export const AccessContext = createContext<Access | undefined>(undefined);

/** GraphiQL draws it and hands it nothing. */
export const GRANT_PLUGIN: GraphiQLPlugin = {
  title: 'What the grant opens',
  icon: GrantIcon,
  content: GrantPane,
};

function GrantIcon(): ReactElement {
  return h(
    'svg',
    {
      viewBox: '0 0 16 16',
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth: 1.4,
      'aria-hidden': true,
    },
    h('path', { d: 'M2 4h7M2 8h7M2 12h7M11 4l1.3 1.3L15 2.6M11.5 8h3M11.5 12h3' }),
  );
}

function GrantPane(): ReactElement | null {
  const access = useContext(AccessContext);
  return access === undefined ? null : h(Grant, { access });
}

function Grant({ access }: { readonly access: Access }): ReactElement {
  const schema = useGraphiQL((state) => state.schema);
  const tree = useMemo(() => (schema ? personTree(schema) : []), [schema]);
  const asked = useMemo(() => ({ operation: operationOn(tree), variables: '' }), [tree]);
  const operation = useExplained(access, useOperation());
  const whole = useExplained(access, tree.length === 0 ? undefined : asked);
  return h(
    'section',
    { className: 'grant', 'aria-label': GRANT_PLUGIN.title },
    h('h2', null, GRANT_PLUGIN.title),
    h('p', null, standingText(access)),
    h('h3', null, 'This operation'),
    h('p', { 'aria-live': 'polite' }, summaryOf(access, operation)),
    h(VerdictList, { verdicts: verdictsIn(operation) }),
    h('h3', null, 'The schema'),
    h('p', null, summaryOf(access, whole)),
    h(SchemaView, { tree, verdicts: verdictsIn(whole) }),
  );
}

/** The operation that would run, alone in its document. Undefined while the text is none. */
function useOperation(): Asked | undefined {
  const document = useGraphiQL((state) => state.documentAST);
  const name = useGraphiQL((state) => state.operationName);
  const variables = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.variables ?? '');
  return useMemo(
    () => (document && { operation: textOf(document, name ?? ''), variables }) || undefined,
    [document, name, variables],
  );
}

function textOf(document: DocumentNode, name: string): string {
  const separate = separateOperations(document);
  return print(separate[name] ?? Object.values(separate)[0] ?? document);
}

function standingText({ request, purpose }: Access): string {
  if (request === undefined) return 'No request: nothing personal is open.';
  return `${request.instrument} · ${purpose === undefined ? 'no purpose stated' : purpose}`;
}

function summaryOf({ request }: Access, explained: Explained | undefined): string {
  if (request === undefined) return 'Choose a request to see what it opens.';
  switch (explained?.state) {
    case undefined:
    case 'UNFINISHED':
      return 'Not a whole operation yet.';
    case 'REFUSED':
      return `The gateway says ${explained.code}.`;
    case 'TOLD':
      return countsOf(explained.verdicts);
  }
}

const verdictsIn = (explained: Explained | undefined) =>
  explained?.state === 'TOLD' ? explained.verdicts : [];
