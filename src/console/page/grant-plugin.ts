/** The explorer's own pane: what the chosen grant opens of the operation as it is typed, and of the whole schema. */
import { type GraphiQLPlugin, useGraphiQL } from '@graphiql/react';
import { type DocumentNode, print, separateOperations } from 'graphql';
import { createElement as h, type ReactElement, useContext, useMemo } from 'react';
import type { Access } from './access.js';
import { AccessContext } from './access-context.js';
import type { Asked, Explained } from './explain.js';
import { operationOn, personTree } from './schema-tree.js';
import { SchemaView } from './schema-view.js';
import { type Speech, useSpeech } from './speech.js';
import { useExplained } from './use-explained.js';
import { countsOf, VerdictList } from './verdicts.js';

/** The pane in the words of the page. GraphiQL draws it and hands it nothing. */
export const grantPlugin = ({ say }: Speech): GraphiQLPlugin => ({
  title: say('GRANT'),
  icon: GrantIcon,
  content: GrantPane,
});

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
  const speech = useSpeech();
  const { say } = speech;
  const schema = useGraphiQL((state) => state.schema);
  const tree = useMemo(() => (schema ? personTree(schema) : []), [schema]);
  const asked = useMemo(() => ({ operation: operationOn(tree), variables: '' }), [tree]);
  const operation = useExplained(access, useOperation());
  const whole = useExplained(access, tree.length === 0 ? undefined : asked);
  return h(
    'section',
    { className: 'grant', 'aria-label': say('GRANT') },
    h('h2', null, say('GRANT')),
    h('p', null, standingText(access, speech)),
    h('h3', null, say('OPERATION')),
    h('p', { 'aria-live': 'polite' }, summaryOf(access, operation, speech)),
    h(VerdictList, { verdicts: verdictsIn(operation) }),
    h('h3', null, say('SCHEMA')),
    h('p', null, summaryOf(access, whole, speech)),
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

function standingText({ request, purpose }: Access, { say, purpose: named }: Speech): string {
  if (request === undefined) return say('NOTHING_PERSONAL');
  return `${request.instrument} · ${purpose === undefined ? say('NO_PURPOSE') : named(purpose)}`;
}

function summaryOf({ request }: Access, explained: Explained | undefined, speech: Speech): string {
  const { say } = speech;
  if (request === undefined) return say('CHOOSE_REQUEST');
  switch (explained?.state) {
    case undefined:
    case 'UNFINISHED':
      return say('NOT_WHOLE');
    case 'REFUSED':
      return say('GATEWAY_SAYS', { code: explained.code });
    case 'TOLD':
      return countsOf(explained.verdicts, speech);
  }
}

const verdictsIn = (explained: Explained | undefined) =>
  explained?.state === 'TOLD' ? explained.verdicts : [];
