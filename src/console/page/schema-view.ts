/** The schema of a person as the grant sees it. A field without a verdict of its own is open, or not, with its record. */
import { createElement as h, type ReactElement } from 'react';
import type { CoordinateVerdict } from './explain.js';
import type { SchemaNode } from './schema-tree.js';
import { useSpeech } from './speech.js';
import { classOf, Mark, reasonOf } from './verdicts.js';

interface SchemaViewProps {
  readonly tree: readonly SchemaNode[];
  readonly verdicts: readonly CoordinateVerdict[];
}

export function SchemaView({ tree, verdicts }: SchemaViewProps): ReactElement {
  const byCoordinate = new Map(verdicts.map((each) => [each.coordinate, each]));
  return h(Branch, { nodes: tree, byCoordinate, above: undefined });
}

interface BranchProps {
  readonly nodes: readonly SchemaNode[];
  readonly byCoordinate: ReadonlyMap<string, CoordinateVerdict>;
  /** The verdict on the record that these are fields of. */
  readonly above: CoordinateVerdict | undefined;
}

function Branch({ nodes, byCoordinate, above }: BranchProps): ReactElement {
  const speech = useSpeech();
  return h(
    'ul',
    null,
    nodes.map((node) => {
      const own = byCoordinate.get(node.coordinate);
      const verdict = own ?? above;
      return h(
        'li',
        { key: node.coordinate, ...(verdict && { className: classOf(verdict) }) },
        h(
          'div',
          null,
          own ? h(Mark, { verdict: own }) : h('span'),
          h('code', { title: node.coordinate }, `${node.name}: ${node.type}`),
          own && h('small', { className: 'reason' }, reasonOf(own, speech)),
        ),
        node.members.length > 0 && h(Branch, { nodes: node.members, byCoordinate, above: verdict }),
      );
    }),
  );
}
