/** The operator's file on the instruments: dates that the Parties notified, confirmations, and what national law closes. */
import { z } from 'zod';
import { type Shortening, whyNoShortening } from '../custody/index.js';
import { type Closing, narrow, REFUSAL_GROUNDS } from '../policy/index.js';
import {
  CLOCK_READINGS,
  type Day,
  InstrumentFault,
  type InstrumentStatus,
  ITEMS,
  loadInstruments,
  PURPOSES,
  widest,
} from '../treaty/index.js';
import { type FileReader, parseJson, textReader } from './text-file.js';

/** What an operator recorded about one instrument, and what national law closes in it. */
export interface InstrumentSettings {
  readonly status: InstrumentStatus;
  readonly closings: readonly Closing[];
  /** What national law makes of the retention rules (11(5)): shorter, never longer. */
  readonly retention?: readonly Shortening[];
}

const day = z
  .templateLiteral([z.number(), '-', z.number(), '-', z.number()])
  .refine((value) => z.iso.date().safeParse(value).success) satisfies z.ZodType<Day>;
const closing = z.strictObject({
  purpose: z.enum(PURPOSES),
  item: z.enum(ITEMS),
  ground: z.enum(REFUSAL_GROUNDS).optional(),
});
const shortening = z.strictObject({ purpose: z.enum(PURPOSES), days: z.int().positive() });
const clock = z.strictObject({
  questions: z.enum(CLOCK_READINGS.questions).optional(),
  postponement: z.enum(CLOCK_READINGS.postponement).optional(),
});
const instrumentSettings = z.strictObject({
  notifications: z.record(z.string(), day).optional(),
  terminationNotice: day.optional(),
  confirmed: z.boolean().optional(),
  sample: z.boolean().optional(),
  clock: clock.optional(),
  pending: z.enum(['STOP', 'FINISH']).optional(),
  closings: z.array(closing).default([]),
  retention: z.array(shortening).default([]),
});
const instrumentsFile = z.record(z.string(), instrumentSettings);

type InstrumentsFile = z.infer<typeof instrumentsFile>;

/** Reads the operator's file on the instruments; each fault says where in it, by our own names alone. */
export function instrumentsReader(readFile: FileReader) {
  const read = textReader(readFile);
  return (path: string, context: z.RefinementCtx): ReadonlyMap<string, InstrumentSettings> => {
    const text = read(path, context);
    if (text === z.NEVER) return z.NEVER;
    const { data, error } = instrumentsFile.safeParse(parseJson(text));
    const faults = data === undefined ? placesOf(error) : faultsOf(data);
    for (const message of faults) context.addIssue({ code: 'custom', message });
    return new Map(Object.entries(data ?? {}).map(([id, settings]) => [id, settingsOf(settings)]));
  };
}

function placesOf(error: z.ZodError): readonly string[] {
  return error.issues.map(({ path }) =>
    path.length === 0 ? 'a JSON object by instrument' : `not well formed at ${path.join('.')}`,
  );
}

function faultsOf(file: InstrumentsFile): readonly string[] {
  const known = loadInstruments();
  return Object.entries(file).flatMap(([id, { notifications = {}, closings, retention }]) => {
    const instrument = known.get(id);
    if (instrument === undefined) return [`no instrument ${id}`];
    const parties = instrument.parties.map(({ country }) => country);
    const strangers = Object.keys(notifications).filter((country) => !parties.includes(country));
    const notParties = [
      ...strangers.map((country) => `${id}: ${country} is not a Party`),
      ...retention.flatMap((one) => {
        const why = whyNoShortening(one);
        return why === undefined ? [] : [`${id}: retention of ${one.purpose}: ${why}`];
      }),
    ];
    try {
      narrow(widest(instrument), closings);
      return notParties;
    } catch (error) {
      if (error instanceof InstrumentFault) return [...notParties, error.message];
      throw error;
    }
  });
}

function settingsOf(settings: InstrumentsFile[string]): InstrumentSettings {
  const { closings, retention, ...rest } = settings;
  const known = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { status: Object.fromEntries(known), closings, retention };
}
