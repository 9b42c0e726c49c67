/** GraphiQL with the access bar above it and the notes on the last answer under it. Nothing outlives the page. */
import { GraphiQL } from 'graphiql';
import { createElement as h, type ReactElement, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { type Access, firstAccess, type Persona } from './access.js';
import { AccessBar } from './access-bar.js';
import type { AnswerNote } from './answer.js';
import { AnswerNotes } from './answer-notes.js';
import { fetcherFor } from './endpoint.js';
import { exampleFor, exampleText } from './examples.js';
import { AccessContext, GRANT_PLUGIN } from './grant-plugin.js';
import { volatileStorage } from './volatile-storage.js';

interface ConsoleProps {
  readonly personas: readonly [Persona, ...Persona[]];
  /** Where the bar goes: before the editor, for eyes and keyboard alike. */
  readonly header: Element;
}

// One list for the page: a new one would open the pane again whenever something is drawn.
const PLUGINS = [GRANT_PLUGIN];

export function Console({ personas, header }: ConsoleProps): ReactElement {
  const [access, setAccess] = useState(() => firstAccess(personas[0]));
  const [note, setNote] = useState<AnswerNote>();
  const current = useRef(access);
  // A new fetcher would make GraphiQL introspect again: one for the page, which reads the access as it asks.
  const fetcher = useMemo(
    () => fetcherFor({ access: () => current.current, onAnswer: setNote }),
    [],
  );
  const storage = useMemo(volatileStorage, []);
  const onChoose = (chosen: Access): void => {
    current.current = chosen;
    setAccess(chosen);
    setNote(undefined);
  };
  const editor = h(
    GraphiQL,
    {
      fetcher,
      storage,
      shouldPersistHeaders: false,
      plugins: PLUGINS,
      visiblePlugin: GRANT_PLUGIN,
      defaultQuery: '',
      initialQuery: exampleText(exampleFor(access)),
    },
    h(GraphiQL.Logo, null, ' '),
    h(GraphiQL.Footer, null, h(AnswerNotes, { note })),
    createPortal(h(AccessBar, { personas, access, onChoose }), header),
  );
  return h(AccessContext, { value: access }, editor);
}
