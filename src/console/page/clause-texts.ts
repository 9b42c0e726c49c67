/** The clauses that were named, in the text that prevails; where that is not at hand, it says so and shows an authentic one. */
import {
  createContext,
  createElement as h,
  type ReactElement,
  useContext,
  useEffect,
  useState,
} from 'react';
import { standingOfTexts } from '../../words/index.js';
import { AccessContext } from './access-context.js';
import { type ClauseDesk, type InstrumentTexts, textShown } from './clause-desk.js';
import { useSpeech } from './speech.js';

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
  const { clauses: say } = useSpeech();
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
  const { clauses: say } = useSpeech();
  const told = useTexts(instrument);
  if (told === undefined) return null;
  const shown = clauses.flatMap((clause) => textShown(told.texts, clause) ?? []);
  return h(
    'section',
    { 'aria-label': instrument },
    h(
      'p',
      null,
      `${instrument}: ${standingOfTexts(say, { ...told, instrument, language: shown[0]?.language })}`,
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
