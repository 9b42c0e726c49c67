/**
 * Builds in which `explain` and the answer do not agree, each in its own way. A rig that does not find them out is blind.
 *
 * - `explain-opens` says DISCLOSE of a place of birth whatever happens; `explain-closes` says WITHHOLD of a date of birth;
 *   `explain-forgets` leaves out the last coordinate.
 * - `withheld-twice` tells of the first withheld coordinate twice; `withheld-silently` does not tell of the last;
 *   `withheld-more` tells of one that was not asked.
 */
import type { Rooms } from '../../../src/rooms.js';

export const BUILDS = [
  'honest',
  'explain-opens',
  'explain-closes',
  'explain-forgets',
  'withheld-twice',
  'withheld-silently',
  'withheld-more',
] as const;
export type Build = (typeof BUILDS)[number];

interface Body {
  readonly data?: { readonly explain?: readonly { coordinate: string; verdict: string }[] };
  readonly errors?: readonly object[];
}

/** Puts the build of the moment between the graph and the gateway. */
export function between(build: () => Build): (rooms: Rooms) => Rooms {
  return (rooms) => ({
    ...rooms,
    graph: {
      ...rooms.graph,
      async execute(options) {
        const answer = await rooms.graph.execute(options);
        if (build() === 'honest') return answer;
        const body: Body = JSON.parse(Buffer.from(answer.body).toString());
        return { ...answer, body: Buffer.from(JSON.stringify(change(build(), body))) };
      },
    },
  });
}

function change(build: Build, body: Body): Body {
  const { data, errors = [] } = body;
  const explain = data?.explain;
  if (explain !== undefined) return { ...body, data: { ...data, explain: said(build, explain) } };
  if (errors.length === 0) return body;
  switch (build) {
    case 'withheld-twice':
      return { ...body, errors: [...errors, ...errors.slice(0, 1)] };
    case 'withheld-silently':
      return { ...body, errors: errors.slice(0, -1) };
    case 'withheld-more':
      return { ...body, errors: [...errors, OTHER] };
    default:
      return body;
  }
}

const OTHER = { extensions: { code: 'FIELD_WITHHELD', coordinate: 'Person.shoeSize' } };

type Said = NonNullable<NonNullable<Body['data']>['explain']>;

function said(build: Build, explain: Said): Said {
  const turned = (coordinate: string, verdict: string): Said =>
    explain.map((one) => (one.coordinate === coordinate ? { ...one, verdict } : one));
  switch (build) {
    case 'explain-opens':
      return turned('Person.placeOfBirth', 'DISCLOSE');
    case 'explain-closes':
      return turned('Person.dateOfBirth', 'WITHHOLD');
    case 'explain-forgets':
      return explain.slice(0, -1);
    default:
      return explain;
  }
}
