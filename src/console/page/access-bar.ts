/** The bar above the editor: as whom, on which request, for which purpose; and the example that goes with it. */
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { createElement as h, type ReactElement, useState } from 'react';
import { type Access, firstAccess, type OpenRequest, type Persona, withRequest } from './access.js';
import { exampleFor, exampleNames, exampleText, isUntouched } from './examples.js';
import { Picker } from './picker.js';
import { isLanguage, LANGUAGES, type Language, useSpeech } from './speech.js';

const NONE = '';

interface AccessBarProps {
  readonly personas: readonly Persona[];
  readonly access: Access;
  readonly onChoose: (access: Access) => void;
  readonly onSpeak: (language: Language) => void;
}

/** Choosing an access clears the answer: it was another's. The developer's own text is kept in its tab. */
export function AccessBar(props: AccessBarProps): ReactElement {
  const { personas, access, onChoose, onSpeak } = props;
  const { say } = useSpeech();
  const [example, setExample] = useState(exampleFor(access) ?? NONE);
  const { loadText, clearAnswer } = useEditors();
  const load = (name: string): void => {
    setExample(name);
    loadText(exampleText(name));
  };
  const choose = (chosen: Access): void => {
    const name = exampleFor(chosen);
    onChoose(chosen);
    clearAnswer();
    if (name !== undefined) load(name);
  };
  return h(
    'div',
    { className: 'access' },
    h('h1', null, 'Sorgu', h('small', null, say('STANDING'))),
    h(PersonaPicker, { personas, access, choose }),
    h(RequestPicker, { access, choose }),
    h(PurposePicker, { access, choose }),
    h(Picker, {
      label: say('EXAMPLE'),
      value: example,
      options: exampleNames().map((name) => ({ value: name, text: name })),
      onPick: load,
    }),
    h(LanguagePicker, { onSpeak }),
  );
}

interface Choice {
  readonly access: Access;
  readonly choose: (access: Access) => void;
}

function PersonaPicker(props: Choice & { readonly personas: readonly Persona[] }): ReactElement {
  const { personas, access, choose } = props;
  const { say } = useSpeech();
  return h(Picker, {
    label: say('ASK_AS'),
    value: access.persona.persona,
    options: personas.map(({ persona, authority }) => ({
      value: persona,
      text: `${persona} (${authority})`,
    })),
    onPick: (name: string) => {
      const persona = personas.find((each) => each.persona === name);
      if (persona) choose(firstAccess(persona));
    },
  });
}

function RequestPicker({ access, choose }: Choice): ReactElement {
  const { say, purpose } = useSpeech();
  const { persona, request } = access;
  return h(Picker, {
    label: say('ON_REQUEST'),
    value: request?.id ?? NONE,
    options: [
      ...persona.requests.map((each) => ({ value: each.id, text: requestText(each, purpose) })),
      {
        value: NONE,
        text: say(persona.requests.length > 0 ? 'NO_REQUEST' : 'NO_REQUEST_OPEN'),
      },
    ],
    onPick: (id: string) =>
      choose(
        withRequest(
          persona,
          persona.requests.find((each) => each.id === id),
        ),
      ),
  });
}

function requestText(
  { id, instrument, purposes, state }: OpenRequest,
  named: (purpose: string) => string,
): string {
  return [id.slice(0, 8), instrument, state, purposes.map(named).join(' + ')].join(' · ');
}

function PurposePicker({ access, choose }: Choice): ReactElement {
  const { say, purpose: named } = useSpeech();
  return h(Picker, {
    label: say('FOR_PURPOSE'),
    value: access.purpose ?? NONE,
    options: [
      ...(access.request?.purposes ?? []).map((each) => ({ value: each, text: named(each) })),
      { value: NONE, text: say('NO_PURPOSE') },
    ],
    onPick: (purpose: string) =>
      choose({ ...access, purpose: purpose === NONE ? undefined : purpose }),
  });
}

function LanguagePicker({ onSpeak }: Pick<AccessBarProps, 'onSpeak'>): ReactElement {
  const { say, language } = useSpeech();
  return h(Picker, {
    label: say('LANGUAGE'),
    value: language,
    options: Object.entries(LANGUAGES).map(([value, text]) => ({ value, text })),
    onPick: (chosen: string) => {
      if (isLanguage(chosen)) onSpeak(chosen);
    },
  });
}

interface Editors {
  readonly loadText: (text: string) => void;
  readonly clearAnswer: () => void;
}

function useEditors(): Editors {
  const { addTab } = useGraphiQLActions();
  const query = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);
  const response = useGraphiQL((state) => state.responseEditor);
  const loadText = (text: string): void => {
    if (query && !isUntouched(query.getValue())) addTab();
    query?.setValue(text);
    variables?.setValue('');
  };
  return { loadText, clearAnswer: () => response?.setValue('') };
}
