/** Strategic reports over a real gateway: who writes, who clears, who consents, and how each asks. */
import type { Caller } from '../../src/identity/index.js';
import type { TestGateway } from './gateway.js';

export type As = Partial<Caller>;
export const WRITER: As = {
  authority: 'AZ-SMS',
  role: 'EXECUTING_OFFICER',
  officer: 'AZ-SMS-0101',
};
export const COORDINATOR: As = { authority: 'AZ-SMS', role: 'COORDINATOR', officer: 'AZ-SMS-0002' };
export const SIGNATORY: As = { authority: 'AZ-SMS', role: 'SIGNATORY', officer: 'AZ-SMS-0001' };
export const AUDITOR: As = { authority: 'AZ-SMS', role: 'AUDITOR', officer: 'AZ-SMS-0900' };
/** The gateway of Astana, for one of its officers. */
export const ASTANA: As = { authority: 'KZ-MIA', role: 'PARTNER_GATEWAY', officer: 'KZ-MIA-0417' };
/** A coordinator of Astana who calls himself. */
export const ASTANA_OFFICER: As = {
  authority: 'KZ-MIA',
  role: 'COORDINATOR',
  officer: 'KZ-MIA-0002',
};
export const LABOUR: As = { authority: 'KZ-MLSPP', role: 'PARTNER_GATEWAY', officer: 'KZ-MLSPP-1' };
export const BRUSSELS: As = { authority: 'BE-IO', role: 'PARTNER_GATEWAY', officer: 'BE-IO-1' };

/** A report on channels under Article 4; nothing in it holds it. */
export const CHANNELS = {
  instrument: 'AZ-KZ-2019',
  kind: 'VIOLATIONS_AND_CHANNELS',
  recipients: ['KZ-MIA'],
  classification: 'RESTRICTED',
  language: 'ru',
  title: 'Каналы через порт Актау',
  text: 'За квартал выявлено два канала. Перевозчики меняют суда в Актау.',
};
/** The same under the memorandum's 3(c). */
export const SMUGGLING = {
  ...CHANNELS,
  instrument: 'AZ-BE-2019',
  kind: 'SMUGGLING_OF_MIGRANTS',
  recipients: ['BE-IO'],
  language: 'en',
  title: 'Routes by road',
  text: 'Two routes by road were seen in spring.',
};
export const PASSPORT = 'паспорт № C01234567';

export interface Answered {
  readonly report: {
    readonly id: string;
    readonly digest: string;
    readonly version: number;
    readonly state: string;
    readonly findings: readonly { readonly n: number; readonly kind: string }[] | null;
  } | null;
  readonly faults: readonly { readonly code: string; readonly at: string }[];
}

const TYPES: Readonly<Record<string, string>> = {
  report: 'ReportInput!',
  id: 'ID!',
  digest: 'String!',
  to: 'String!',
  reasons: '[FindingReasonInput!]!',
};
const STANDING =
  '{ report { id digest version state findings { n kind why part from to reason } } faults { code at } }';

export type Mutation =
  | 'draftReport'
  | 'reviseReport'
  | 'clearReport'
  | 'consentToReport'
  | 'withdrawReportConsent'
  | 'permitReportOnward';

export interface ReportSite {
  ask<T = Record<string, unknown>>(as: As, query: string, variables?: object): Promise<T>;
  /** The body as it was sent. */
  raw(as: As, query: string, variables?: object): Promise<string>;
  act(as: As, mutation: Mutation, given: object): Promise<Answered>;
  /** As `act`, of what has to be done. */
  done(as: As, mutation: Mutation, given: object): Promise<NonNullable<Answered['report']>>;
  /** Title and text as somebody reads them; null where there is none for him. */
  read(as: As, id: string): Promise<{ readonly title: string; readonly text: string } | null>;
  /** Ids of what is offered to somebody. */
  offers(as: As): Promise<readonly string[]>;
}

/** Opens the asking of reports. */
export function reportsOn(gateway: TestGateway): ReportSite {
  const personas = new Map<As, ReturnType<TestGateway['callAs']>>();
  const personaOf = (as: As) => {
    const persona = personas.get(as) ?? gateway.callAs(as);
    personas.set(as, persona);
    return persona;
  };
  const reply = async (as: As, query: string, variables: object = {}) =>
    gateway.ask({ persona: await personaOf(as) }, { query, variables });
  const site: ReportSite = {
    async ask<T>(as: As, query: string, variables?: object) {
      const { json } = await reply(as, query, variables);
      if (json.errors !== undefined) throw new Error(JSON.stringify(json.errors));
      return json.data as T;
    },
    raw: async (as, query, variables) => (await reply(as, query, variables)).text,
    async act(as, mutation, given) {
      const names = Object.keys(given);
      const declared = names.map((name) => `$${name}: ${TYPES[name]}`).join(', ');
      const passed = names.map((name) => `${name}: $${name}`).join(', ');
      const query = `mutation (${declared}) { answer: ${mutation}(${passed}) ${STANDING} }`;
      return (await site.ask<{ answer: Answered }>(as, query, given)).answer;
    },
    async done(as, mutation, given) {
      const { report, faults } = await site.act(as, mutation, given);
      if (report === null) throw new Error(JSON.stringify(faults));
      return report;
    },
    async read(as, id) {
      const query = 'query ($id: ID!) { one: strategicReport(id: $id) { title text } }';
      return (await site.ask<{ one: { title: string; text: string } | null }>(as, query, { id }))
        .one;
    },
    async offers(as) {
      const { page } = await site.ask<{ page: { nodes: { id: string }[] } }>(
        as,
        '{ page: reportOffers(first: 100) { nodes { id kind instrument clause digest namesPersons offeredAt originator { code } } } }',
      );
      return page.nodes.map(({ id }) => id);
    },
  };
  return site;
}
