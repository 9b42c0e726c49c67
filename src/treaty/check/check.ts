/** Whether data are an instrument: the one door for files, whoever wrote them. */
import { LANGUAGES } from '../../base/index.js';
import { fromFile, type InstrumentData } from '../instrument-data.js';
import { ITEMS } from '../items.js';
import { InstrumentFault, type InstrumentFaultAt, type InstrumentFaultCode } from './fault.js';
import { INSTRUMENT_FORM } from './form.js';
import { type Known, senseFaults, type Weighed } from './sense.js';
import { shapeFaults } from './shape.js';

/**
 * Everything that is missing or contradicts, at once. What is not well formed is left out of the second look, so that
 * one slip does not hide the others.
 */
export function instrumentFaults(data: unknown, known: Known): readonly InstrumentFaultAt[] {
  const form = shapeFaults(INSTRUMENT_FORM, data);
  const sound = soundPart(data, form);
  const sense = sound === null ? [] : senseFaults(sound, known);
  const isPartly = form.some(({ at }) => at.startsWith('purposes'));
  const places = new Set(form.map(({ at }) => at));
  const said = sense.filter(
    ({ code, at }) => !places.has(at) && !(isPartly && OF_ALL_PURPOSES.has(code)),
  );
  return [...form, ...said];
}

/** What can be said of all purposes together alone. */
const OF_ALL_PURPOSES: ReadonlySet<InstrumentFaultCode> = new Set<InstrumentFaultCode>([
  'EXECUTION_MISSING',
  'EXECUTION_OPENS_LESS',
  'TERM_WITHOUT_DAYS',
]);

/** The data as an instrument's; throws InstrumentFault with every fault where they are none. */
export function checkedInstrument(data: unknown, known: Known): InstrumentData {
  const faults = instrumentFaults(data, known);
  if (faults.length === 0) return fromFile(data);
  throw new InstrumentFault(faults.map(({ code, at }) => `${code} at ${at}`).join('; '), faults);
}

/** Stands where a member is not well formed: it contradicts nothing. */
const HARMLESS: Weighed = {
  id: '',
  parties: [],
  bindingForce: 'TREATY',
  confirmed: false,
  languages: LANGUAGES,
  prevailing: 'ru',
  items: {},
  purposes: [],
};

type Faults = readonly InstrumentFaultAt[];
type Given = Readonly<Record<string, unknown>>;

function soundPart(data: unknown, form: Faults): Weighed | null {
  if (form.some(({ code }) => code === 'NOT_A_FILE')) return null;
  const given: Given = { ...(data as Given) };
  const faulty = new Set(form.flatMap(({ at }) => placesAbove(at)));
  const isFaulty = (at: string): boolean => faulty.has(at);
  const sound = Object.entries(given).flatMap(([name, value]) => {
    if (!isFaulty(name)) return [[name, value] as const];
    const kept = name === 'items' ? soundItems(value, isFaulty) : undefined;
    const list = name === 'purposes' ? soundPurposes(value, isFaulty) : kept;
    return list === undefined ? [] : [[name, list] as const];
  });
  // Every member that is looked at is well formed, or stands in its place above.
  return { ...HARMLESS, ...(Object.fromEntries(sound) as Partial<Weighed>) };
}

/** A place with each that it stands in: `a[0].b`, `a[0]`, `a`. */
function placesAbove(at: string): readonly string[] {
  const ends = [...at.matchAll(/[.[]/g)].map(({ index }) => at.slice(0, index));
  return [at, ...ends];
}

function soundItems(value: unknown, isFaulty: (at: string) => boolean): object | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const known = Object.entries(value).filter(([name]) => ITEMS.some((item) => item === name));
  return Object.fromEntries(
    known.map(([name, clauses]) => [name, isFaulty(`items.${name}`) ? ['1'] : clauses]),
  );
}

// In its own place, so that those behind it keep their numbers.
function soundPurposes(value: unknown, isFaulty: (at: string) => boolean): unknown {
  if (!Array.isArray(value)) return undefined;
  return value.map((purpose, i) =>
    isFaulty(`purposes[${i}]`)
      ? { purpose: `#${i}`, clauses: [], statedBy: 'requested', opens: [] }
      : purpose,
  );
}
