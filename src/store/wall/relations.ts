/**
 * What of the register can be read at all, derived from the tables of columns that the statements are written from
 * (`register/kinds.ts`): each relation with the item that opens its rows and the item of each column.
 */
import { getTableName } from 'drizzle-orm';
import { type Item, itemOf } from '../../treaty/index.js';
import { FACTS, GROUNDS, KINDS, type Kind } from '../register/kinds.js';
import type { RowRule } from '../register/rules.js';

export interface ReadColumn {
  readonly name: string;
  /** The item that opens it; null for one that is open with its row: keys, and the order of a list. */
  readonly item: Item | null;
  /** Whether it only tells that there is something: then it answers false, not null, where it is closed. */
  readonly tells?: true;
}

export interface Relation {
  readonly table: string;
  /** The item that opens its rows; null for the person's own row, which is open to every reader. */
  readonly item: Item | null;
  readonly columns: readonly ReadColumn[];
  readonly rules: readonly RowRule[];
  /** The relation whose row it hangs on, and the columns that lead there. */
  readonly under?: { readonly table: string; readonly ordinal: string };
}

/** Whether subjects of one request can differ in its columns: then it is read through a view that closes them one by one. */
export const isMasked = ({ item, columns }: Relation): boolean =>
  columns.some((column) => column.item !== null && column.item !== item);

/** The name by which statements read a table: the view's where it is masked. */
export function readName(table: string): string {
  const relation = RELATIONS.find((one) => one.table === table);
  if (relation === undefined) throw new Error('a table that nobody reads');
  return `${isMasked(relation) ? 'granted' : 'register'}.${table}`;
}

const open = (name: string): ReadColumn => ({ name, item: null });

function kindRelation([field, kind]: readonly [string, Kind]): Relation {
  const item = guarding(`Person.${field}`);
  const fields = Object.entries(kind.fields).map(([name, column]) => ({
    name: column.name,
    item: itemOf(`${kind.type}.${name}`) ?? item,
  }));
  const body = kind.body === undefined ? [] : ['authority_code', 'authority_name'];
  return {
    table: getTableName(kind.table),
    item,
    columns: [
      open('record_id'),
      ...(kind.known === undefined ? [] : [open('ordinal')]),
      ...fields,
      ...body.map((name) => ({ name, item })),
      ...(kind.inner === undefined
        ? []
        : [
            {
              name: 'grounds_known',
              item: guarding(`${kind.type}.${kind.inner}`),
              tells: true,
            } as const,
          ]),
    ],
    rules: kind.rules,
  };
}

function guarding(coordinate: string): Item {
  const item = itemOf(coordinate);
  if (item === undefined) throw new Error(`${coordinate} carries no item`);
  return item;
}

const BELONGING = guarding('Person.isNationalOf');

const PERSON: Relation = {
  table: 'person',
  item: null,
  columns: [
    open('record_id'),
    ...Object.entries(FACTS).map(([field, { name }]) => ({
      name,
      item: guarding(`Person.${field}`),
    })),
    ...Object.entries(KINDS).flatMap(([field, { known }]) =>
      known === undefined
        ? []
        : [{ name: known.name, item: guarding(`Person.${field}`), tells: true } as const],
    ),
    { name: 'citizenship_belonging_known', item: BELONGING, tells: true },
  ],
  rules: [],
};

export const RELATIONS: readonly Relation[] = [
  PERSON,
  ...Object.entries(KINDS).map(kindRelation),
  {
    table: 'citizenship_belonging',
    item: BELONGING,
    columns: [
      ...['record_id', 'ordinal'].map(open),
      ...['country', 'since', 'until'].map((name) => ({ name, item: BELONGING })),
    ],
    rules: [],
  },
  {
    table: 'entry_ban_ground',
    item: guarding('EntryBan.grounds'),
    columns: [
      ...['record_id', 'ban_ordinal', 'ordinal'].map(open),
      ...Object.values(GROUNDS.fields).map(({ name }) => ({
        name,
        item: guarding('EntryBan.grounds'),
      })),
    ],
    rules: [],
    under: { table: 'entry_ban', ordinal: 'ban_ordinal' },
  },
];
