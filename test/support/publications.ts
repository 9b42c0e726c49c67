/** Publications for tests: an invented one that may be published, and the law it is weighed under. */
import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { Json } from '../../src/base/index.js';
import { readLaw } from '../../src/policy/index.js';
import {
  type Publication,
  type PublicationLaw,
  publish,
  readPublication,
} from '../../src/publications/index.js';

/** Members of a publication as a file has them, with some replaced. */
export const writtenPublication = (
  changes: Readonly<Record<string, Json>> = {},
): { readonly [name: string]: Json } => ({
  id: 'law-on-migration',
  kind: 'LEGISLATION',
  instrument: 'AZ-BE-2019',
  clause: '1(a)',
  publisher: 'AZ-SMS',
  texts: {
    az: {
      title: 'Miqrasiya haqqında qanun',
      summary: 'Əcnəbilərin qeydiyyatı qaydaları.',
      text: 'Maddə 1. Yaşayış icazəsi verilir.\n\nMaddə 2. İş icazəsi.',
    },
    en: { title: 'Law on migration', summary: 'Rules on the registration of foreigners.' },
  },
  languages: ['az'],
  source: { reference: 'Official Gazette No 12', url: 'https://e-qanun.example.az/12' },
  dates: { adopted: '2026-01-10', inForceFrom: '2026-03-01', published: '2026-01-15' },
  ...changes,
});

/** The same as the room reads it. Throws where it is none. */
export function publicationOf(changes: Readonly<Record<string, Json>> = {}): Publication {
  const read = readPublication(writtenPublication(changes));
  if (read.publication === null) throw new Error(JSON.stringify(read.faults));
  return read.publication;
}

/** The instruments, with AZ-KZ-2019 in force since 2020. */
export const PUBLICATION_LAW: PublicationLaw = readLaw({
  settings: new Map([
    [
      'AZ-KZ-2019',
      { status: { notifications: { AZE: '2020-01-01', KAZ: '2020-02-01' } }, closings: [] },
    ],
  ]),
  grantUnconfirmed: false,
});

export const TODAY = Date.parse('2026-06-01T12:00:00Z');

/** Published today, by the import. */
export const published = (publication: Publication) =>
  publish(publication, { law: PUBLICATION_LAW, now: TODAY, by: 'import', current: undefined });

/** What comes of publishing it: NEW, or the code of the first fault. */
export function outcomeOf(changes: Readonly<Record<string, Json>>): string {
  const read = readPublication(writtenPublication(changes));
  if (read.publication === null) return read.faults[0]?.code ?? '';
  const done = published(read.publication);
  return done.outcome === 'REFUSED' ? (done.faults[0]?.code ?? '') : done.outcome;
}

/** What an instrument says is published under it. */
export const instrumentLaw = (id: string) =>
  PUBLICATION_LAW.instruments.get(id)?.publications ?? {};

/** The names of every object type that a type's fields lead to, itself among them. */
export function typesBelow(schema: GraphQLSchema, name: string): readonly string[] {
  const seen = new Set<string>();
  const visit = (type: unknown): void => {
    if (!isObjectType(type) || seen.has(type.name)) return;
    seen.add(type.name);
    for (const field of Object.values(type.getFields())) visit(getNamedType(field.type));
  };
  visit(schema.getType(name));
  return [...seen];
}
