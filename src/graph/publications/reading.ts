/** What the resolvers of one operation see of publications: everybody what is shown, the coordinator the desk too. */

import { LANGUAGES } from '../../base/index.js';
import {
  contentOf,
  mediaTypeOf,
  type PublicationDesk,
  type PublicationFault,
  type PublicationQuery,
  type PublicationShelf,
  type Published,
  pathOf,
  type ShownPublication,
  type PublicationVersion as Version,
} from '../../publications/index.js';
import { type AskingOfficer, type CaseOfficer, officerOf } from '../cases/officer.js';
import { publicationCursor } from './cursor.js';
import { type PublicationInput, writtenFrom } from './input.js';
import type {
  HeldPublicationPage,
  KeptPublication,
  Publication,
  PublicationAnswer,
  PublicationConnection,
  PublicationVersion,
} from './types.js';

/** What the graph is handed: the shelf always, the desk where publications are written here. */
export interface PublicationHall {
  readonly shelf: PublicationShelf;
  readonly desk: () => PublicationDesk | null;
  readonly ownAuthority: string;
}

export interface HeldQuery {
  readonly first: number;
  readonly after: string | null;
}

export interface PublicationReading {
  page(query: PublicationQuery): Promise<PublicationConnection>;
  one(id: string): Promise<Publication | null>;
  versions(id: string): Promise<readonly PublicationVersion[]>;
  held(query: HeldQuery): Promise<HeldPublicationPage>;
  publish(input: PublicationInput): Promise<PublicationAnswer>;
  release(id: string, reason: string): Promise<PublicationAnswer>;
  withdraw(id: string, reason: string): Promise<PublicationAnswer>;
}

/** What a resolver takes from the context. */
export interface WithPublications {
  readonly publications: PublicationReading;
}

const refused = (...faults: readonly PublicationFault[]): PublicationAnswer => ({
  ...{ kept: null, faults },
});
const NOT_YOURS = refused({ code: 'NOT_THIS_ROLE', at: 'id' });

/** Where the gateway publishes nothing. */
export const NO_PUBLICATIONS: PublicationReading = {
  page: async () => connection([], { more: false, before: null }),
  one: async () => null,
  versions: async () => [],
  held: async () => ({ nodes: [], hasNextPage: false }),
  publish: async () => NOT_YOURS,
  release: async () => NOT_YOURS,
  withdraw: async () => NOT_YOURS,
};

/** Opens them for whoever calls. */
export function openPublications(
  hall: PublicationHall | undefined,
  caller: AskingOfficer | undefined,
): PublicationReading {
  if (hall === undefined) return NO_PUBLICATIONS;
  const officer = officerOf(caller, hall.ownAuthority);
  const desk = officer?.role === 'COORDINATOR' ? hall.desk() : null;
  const written = officer === null || desk === null ? {} : deskOf(desk, officer);
  return { ...NO_PUBLICATIONS, ...shelfOf(hall.shelf), ...written };
}

function shelfOf(shelf: PublicationShelf) {
  return {
    async page(query: PublicationQuery) {
      const { shown, more } = await shelf.page(query);
      const nodes = shown.map((one) => [one.serial, viewOf(one, shelf)] as const);
      return connection(nodes, { more, before: query.before });
    },
    async one(id: string) {
      const shown = await shelf.one(id);
      return shown === undefined ? null : viewOf(shown, shelf);
    },
    async versions(id: string) {
      const shown = await shelf.versions(id);
      return shown.map(({ recordedAt: shownAt, ...version }) => ({ ...version, shownAt }));
    },
  };
}

function deskOf(desk: PublicationDesk, { officer: by, authority }: CaseOfficer) {
  return {
    async held(query: HeldQuery) {
      const { versions, more } = await desk.held(query);
      return { nodes: versions.map(keptView), hasNextPage: more };
    },
    async publish(input: PublicationInput) {
      const read = writtenFrom(input, authority);
      return 'faults' in read ? refused(...read.faults) : answer(await desk.take(read.written, by));
    },
    release: async (id: string, reason: string) => answer(await desk.release({ id, by, reason })),
    withdraw: async (id: string, reason: string) => answer(await desk.withdraw({ id, by, reason })),
  };
}

const answer = (done: Published): PublicationAnswer =>
  done.outcome === 'REFUSED'
    ? refused(...done.faults)
    : { kept: keptView(done.version), faults: [] };

const keptView = ({ publication, ...version }: Version): KeptPublication => ({
  ...{ ...version, id: publication.id, document: contentOf(publication) },
});

function viewOf(shown: ShownPublication, shelf: PublicationShelf): Publication {
  const { publication, state, reason, firstAt: firstShownAt, recordedAt: shownAt } = shown;
  const { texts, dates, publisher, attachments, changes, source, languages } = publication;
  const { id, kind, instrument, clause } = publication;
  const spoken = LANGUAGES.flatMap((language) => {
    const said = texts[language];
    // Longer than the rest together: read where it is asked for.
    const text = async () => (await shelf.body(id))[language] ?? null;
    return said === undefined ? [] : [{ ...said, language, text }];
  });
  return {
    ...{ id, kind, instrument, clause, state, reason, firstShownAt, shownAt },
    ...{ ...dates, changes, source, languages, texts: spoken },
    publisher: { code: publisher },
    files: attachments.map(({ name }) => ({
      ...{ name, mediaType: mediaTypeOf(name) ?? '', path: `${pathOf(id)}/${name}` },
    })),
  };
}

function connection(
  nodes: readonly (readonly [number, Publication])[],
  { more, before }: { readonly more: boolean; readonly before: number | null },
): PublicationConnection {
  const edges = nodes.map(([serial, node]) => ({ cursor: publicationCursor(serial), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: more,
      hasPreviousPage: before !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
