/**
 * The operator's file on readmission: legal basis, clocks and retention by instrument, as read in its text. A
 * clock that is not in it does not run.
 */
import { z } from 'zod';
import { CASE_EVENTS, CLOCK_ENDS, type ReadmissionSettings } from '../readmission/index.js';
import { loadInstruments } from '../treaty/index.js';
import { type FileReader, parseJson, textReader } from './text-file.js';

const CLOCKS = Object.keys(CLOCK_ENDS) as [keyof typeof CLOCK_ENDS];
const LONGEST_DAYS = 3_650;

const clock = z
  .strictObject({
    clock: z.enum(CLOCKS),
    from: z.enum(CASE_EVENTS),
    days: z.int().positive().max(LONGEST_DAYS),
    clause: z.string().min(1).max(64),
  })
  .refine((rule) => CLOCK_ENDS[rule.clock] !== rule.from);
const days = z.int().positive().max(LONGEST_DAYS);
const retention = z
  .strictObject({ days, longest: days })
  .refine((given) => given.days <= given.longest);
const settings = z.strictObject({
  basis: z.string().trim().min(1).max(500),
  clocks: z.array(clock).max(CLOCKS.length).default([]),
  retention: retention.optional(),
});
const readmissionFile = z.record(z.string(), settings);

/** Reads the file; a fault says where in it, by our own names alone. */
export function readmissionReader(readFile: FileReader) {
  const read = textReader(readFile);
  return (path: string, context: z.RefinementCtx): ReadonlyMap<string, ReadmissionSettings> => {
    const text = read(path, context);
    if (text === z.NEVER) return z.NEVER;
    const { data, error } = readmissionFile.safeParse(parseJson(text));
    const faults = data === undefined ? placesOf(error) : Object.entries(data).flatMap(faultsOf);
    for (const message of new Set(faults)) context.addIssue({ code: 'custom', message });
    return new Map(Object.entries(data ?? {}));
  };
}

const instruments = loadInstruments();

// The first member of a place is an id of the file's own; what stands below are our names.
const placesOf = (error: z.ZodError): readonly string[] =>
  error.issues.map(({ path: [id, ...place] }) => {
    if (place.length === 0) return 'a JSON object by instrument, of basis, clocks and retention';
    return `${instruments.has(String(id)) ? `${String(id)}: ` : ''}not well formed at ${place.join('.')}`;
  });

function faultsOf([id, { clocks }]: [string, z.infer<typeof settings>]): readonly string[] {
  const instrument = instruments.get(id);
  if (instrument?.purposes.has('READMISSION') !== true) return ['no instrument of readmission'];
  const kinds = clocks.map((rule) => rule.clock);
  return new Set(kinds).size < kinds.length ? [`${id}: a clock stands twice`] : [];
}
