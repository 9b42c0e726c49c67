/** The clauses that were named, in the text that prevails; where that is not at hand, it says so and shows an authentic one. */
import {
  createContext,
  createElement as h,
  type ReactElement,
  useContext,
  useEffect,
  useState,
} from 'react';
import { AccessContext } from './access-context.js';
import { type ClauseDesk, type InstrumentTexts, textShown } from './clause-desk.js';
import { languageName, type Speech, useSpeech } from './speech.js';

/** A clause as a verdict or a withheld field names it. */
export interface NamedClause {
  readonly instrument: string;
  readonly clause: string;
}

/** Where the page asks for texts. */
export const ClauseDeskContext = createContext<ClauseDesk | undefined>(undefined);

/** Shows what each clause says, once, in the order in which they were named; asks for it when it is first opened. */
export function ClauseTexts({
  named,
}: {
  readonly named: readonly NamedClause[];
}): ReactElement | null {
  const { say } = useSpeech();
  const [opened, setOpened] = useState(false);
  const instruments = [...new Set(named.map(({ instrument }) => instrument))];
  if (instruments.length === 0) return null;
  return h(
    'details',
    { className: 'clauses', onToggle: () => setOpened(true) },
    h('summary', null, say('CLAUSES')),
    (opened ? instruments : []).map((instrument) => {
      const clauses = named.filter((each) => each.instrument === instrument);
      const numbers = [...new Set(clauses.map(({ clause }) => clause))];
      return h(OfInstrument, { key: instrument, instrument, clauses: numbers });
    }),
  );
}

interface OfInstrumentProps {
  readonly instrument: string;
  readonly clauses: readonly string[];
}

function OfInstrument({ instrument, clauses }: OfInstrumentProps): ReactElement | null {
  const speech = useSpeech();
  const told = useTexts(instrument);
  if (told === undefined) return null;
  const shown = clauses.flatMap((clause) => textShown(told.texts, clause) ?? []);
  return h(
    'section',
    { 'aria-label': instrument },
    h(
      'p',
      null,
      `${instrument}: ${standing(speech, { instrument, told, language: shown[0]?.language })}`,
    ),
    h(
      'dl',
      null,
      shown.flatMap(({ clause, text, language }) => [
        h('dt', { key: clause }, clause),
        h('dd', { key: `${clause} says`, lang: language }, text),
      ]),
    ),
  );
}

interface Standing {
  readonly instrument: string;
  readonly told: InstrumentTexts;
  /** Of the texts that are shown; undefined where there are none. */
  readonly language: string | undefined;
}

function standing(speech: Speech, { instrument, told, language }: Standing): string {
  const { say } = speech;
  if (language === undefined) {
    return told.confirmed
      ? say('TEXT_NOT_AT_HAND', { instrument })
      : say('TEXT_UNCONFIRMED', { instrument });
  }
  const name = languageName(speech, language);
  return language === told.prevailing
    ? say('PREVAILS', { language: name })
    : say('EQUALLY_AUTHENTIC', {
        language: name,
        prevailing: languageName(speech, told.prevailing),
      });
}

/** Undefined until the gateway has told, and where it does not. */
function useTexts(instrument: string): InstrumentTexts | undefined {
  const access = useContext(AccessContext);
  const desk = useContext(ClauseDeskContext);
  const [told, setTold] = useState<InstrumentTexts>();
  useEffect(() => {
    if (access === undefined || desk === undefined) return;
    let left = false;
    const keep = (texts: InstrumentTexts | undefined): void => {
      if (!left) setTold(texts);
    };
    desk(access, instrument).then(keep, () => keep(undefined));
    return () => {
      left = true;
    };
  }, [access, desk, instrument]);
  return told;
}
