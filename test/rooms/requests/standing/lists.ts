/** Registers of two invented ministries and a service, as they stood on 1 January 2026. */
import { createHash } from 'node:crypto';
import { recordFact, type Standing } from '../../../../src/requests/index.js';
import type { Fact, SignatoryFact } from '../../../../src/requests/standing/facts.js';
import { document } from '../document/documents.js';

export const at = (instant: string): number => Date.parse(instant);
export const START = at('2026-01-01T00:00:00Z');
export const kidOf = (name: string): string =>
  createHash('sha256').update(name).digest('base64url');

export const ministry = {
  register: 'AUTHORITY',
  authority: 'KZ-MIA',
  name: {
    ru: document.requesting.name,
    en: 'Ministry of Internal Affairs',
    az: 'Daxili İşlər Nazirliyi',
    kk: 'Ішкі істер министрлігі',
  },
  functions: 'Миграция',
  coordinates: true,
} as const;
export const labour = {
  ...ministry,
  authority: 'KZ-MLSPP',
  name: { ...ministry.name, ru: 'Министерство труда' },
  coordinates: false,
} as const;
export const head: SignatoryFact = {
  register: 'SIGNATORY',
  id: 'head',
  authority: 'KZ-MIA',
  name: 'Образцов П. П.',
  position: 'Министр',
  office: 'HEAD',
  authorisedBy: null,
  instruments: ['AZ-KZ-2019'],
  kid: kidOf('head'),
};
export const deputy = { ...head, id: 'deputy', office: 'DEPUTY', kid: kidOf('deputy') } as const;
export const listed = {
  ...head,
  id: 'listed',
  office: 'AUTHORISED',
  authorisedBy: 'head',
  kid: kidOf('listed'),
} as const;
export const letterhead = {
  register: 'LETTERHEAD',
  authority: 'KZ-MIA',
  version: document.letterhead,
  sha256: 'a'.repeat(64),
} as const;
export const received = {
  register: 'LIST_RECEIVED',
  authority: 'KZ-MIA',
  digest: 'b'.repeat(64),
} as const;

/** Facts that hold, and are known, from an instant on. */
export function since(instant: number, facts: readonly Fact[], on: Standing = []): Standing {
  return facts.reduce(
    (standing, fact) =>
      recordFact(standing, fact, {
        validFrom: instant,
        validUntil: null,
        recordedAt: instant,
        note: 'note 1',
      }),
    on,
  );
}

export const FACTS = [ministry, labour, head, deputy, listed, letterhead, received] as const;
export const standing = since(START, FACTS);
