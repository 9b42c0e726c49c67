/** GraphiQL with the access bar above it and the notes on the last answer under it. Nothing outlives the page. */
import { GraphiQL } from 'graphiql';
import { createElement as h, type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { type Access, firstAccess, type Persona } from './access.js';
import { AccessBar } from './access-bar.js';
import { AccessContext } from './access-context.js';
import type { AnswerNote } from './answer.js';
import { AnswerNotes } from './answer-notes.js';
import { openClauseDesk } from './clause-desk.js';
import { ClauseDeskContext } from './clause-texts.js';
import { fetcherFor } from './endpoint.js';
import { exampleFor, exampleText } from './examples.js';
import { grantPlugin } from './grant-plugin.js';
import { preferredLanguage, SpeechContext, speechIn } from './speech.js';
import { volatileStorage } from './volatile-storage.js';

interface ConsoleProps {
  readonly personas: readonly [Persona, ...Persona[]];
  /** Where the bar goes: before the editor, for eyes and keyboard alike. */
  readonly header: Element;
}

export function Console({ personas, header }: ConsoleProps): ReactElement {
  const [access, setAccess] = useState(() => firstAccess(personas[0]));
  const [note, setNote] = useState<AnswerNote>();
  const [language, setLanguage] = useState(preferredLanguage);
  const speech = useMemo(() => speechIn(language), [language]);
  // One list for a language: a new one would open the pane again whenever something is drawn.
  const plugin = useMemo(() => grantPlugin(speech), [speech]);
  const plugins = useMemo(() => [plugin], [plugin]);
  const desk = useMemo(openClauseDesk, []);
  const current = useRef({ access, speech });
  current.current = { access, speech };
  // A new fetcher would make GraphiQL introspect again: one for the page, which reads the access as it asks.
  const fetcher = useMemo(
    () => fetcherFor({ current: () => current.current, onAnswer: setNote }),
    [],
  );
  const storage = useMemo(volatileStorage, []);
  const onChoose = (chosen: Access): void => {
    current.current = { access: chosen, speech };
    setAccess(chosen);
    setNote(undefined);
  };
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const editor = h(
    GraphiQL,
    {
      fetcher,
      storage,
      shouldPersistHeaders: false,
      plugins,
      visiblePlugin: plugin,
      defaultQuery: '',
      initialQuery: exampleText(exampleFor(access)),
    },
    h(GraphiQL.Logo, null, ' '),
    h(GraphiQL.Footer, null, h(AnswerNotes, { note })),
    createPortal(h(AccessBar, { personas, access, onChoose, onSpeak: setLanguage }), header),
  );
  const read = h(ClauseDeskContext, { value: desk }, editor);
  const spoken = h(SpeechContext, { value: speech }, read);
  return h(AccessContext, { value: access }, spoken);
}
