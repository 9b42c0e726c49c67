/**
 * What somebody who owns the database can do to the ledger, and what verification must say.
 *
 * The log under attack is number 1, KZ-MIA, of 13 entries; checkpoints, all kept, end at 1, 2, 3, 7, 9, 10, 11, 12, 13.
 * Two subjects an entry. A second log, BE-IO, has 2 entries. `also` runs what SQL alone cannot: 'nodes' recomputes
 * every leaf hash and node from the entries, 'checkpoints' signs every checkpoint anew with the log's own key.
 * A log has its first node with 256 entries: `longMutations` are of one that has two.
 */
export interface Mutation {
  readonly name: string;
  readonly sql: readonly string[];
  readonly also?: readonly ('nodes' | 'checkpoints')[];
  /** Code and place of each finding. */
  readonly finds: readonly string[];
}

const kz = 'sorgu/AZ-SMS/KZ-MIA';
const officer = (seq: number) =>
  `update ledger.entry set leaf = replace(leaf, 'KZ-10442', 'KZ-10443') where log_id = 1 and seq = ${seq}`;
const rehash = (seq: number) =>
  `update ledger.entry e set leaf_hash = sha256('\\x00'::bytea || convert_to(w.leaf, 'UTF8')) from ledger.leaf w
   where e.log_id = 1 and e.seq = ${seq} and w.log_id = 1 and w.seq = ${seq}`;
const swap = (table: string, a: number, b: number) => [
  `update ledger.${table} set seq = 1000 where log_id = 1 and seq = ${a}`,
  `update ledger.${table} set seq = ${a} where log_id = 1 and seq = ${b}`,
  `update ledger.${table} set seq = ${b} where log_id = 1 and seq = 1000`,
];
const remove = (table: string, where: string) =>
  `delete from ledger.${table} where log_id = 1 and ${where}`;
const removeFrom = (seq: number) => [
  ...['entry', 'entry_subject'].map((table) => remove(table, `seq >= ${seq}`)),
  remove('node', `(index + 1) * power(2, level) > ${seq}`),
  remove('checkpoint', `size > ${seq}`),
];
const copyOf = (from: number, to: number) => [
  `insert into ledger.entry select log_id, ${to}, leaf, leaf_hash, frame, salt from ledger.entry where log_id = 1 and seq = ${from}`,
  `insert into ledger.entry_subject select log_id, ${to}, n, tag, coordinates from ledger.entry_subject where log_id = 1 and seq = ${from}`,
];
const turned = (column: string) => `set_byte(${column}, 3, get_byte(${column}, 3) # 1)`;
const kept = (code: string, after: number, before: number) =>
  `${code} ${kz} kept checkpoints ${after} and ${before}`;
const at = (code: string, first: number, last = first) =>
  `${code} ${kz} index ${first === last ? first : `${first} to ${last}`}`;

export const mutations: readonly Mutation[] = [
  { name: 'nothing', sql: [], finds: [] },
  {
    name: 'an entry edited',
    sql: [officer(5)],
    finds: [at('LEAF_HASH_DIFFERS', 5), kept('REWRITTEN', 3, 7)],
  },
  {
    name: 'an entry edited so that it is no entry',
    sql: [`update ledger.entry set leaf = leaf || ' ' where log_id = 1 and seq = 5`, rehash(5)],
    finds: [at('LEAF_MALFORMED', 5), kept('REWRITTEN', 3, 7)],
  },
  {
    name: 'what entries have in common edited',
    sql: [`update ledger.frame set text = replace(text, 'IDENTITY', 'IDENTITI') where id = 1`],
    finds: [at('LEAF_HASH_DIFFERS', 1), kept('REWRITTEN', 1, 2)],
  },
  {
    name: 'what entries have in common deleted',
    sql: ['delete from ledger.frame where id = 1'],
    finds: [at('LEAF_HASH_DIFFERS', 1), kept('REWRITTEN', 1, 2)],
  },
  {
    name: 'what an entry fills cut short',
    sql: [
      `update ledger.entry set leaf = split_part(leaf, chr(1), 1) where log_id = 1 and seq = 5`,
    ],
    finds: [at('LEAF_HASH_DIFFERS', 5), kept('REWRITTEN', 3, 7)],
  },
  {
    name: 'an entry edited into a frame of its own',
    sql: [
      `insert into ledger.frame select 1000, replace(text, 'IDENTITY', 'IDENTITI') from ledger.frame where id = 1`,
      `update ledger.entry set frame = 1000 where log_id = 1 and seq = 5`,
      rehash(5),
    ],
    finds: [at('CHECKPOINT_DIFFERS', 3, 6), kept('REWRITTEN', 3, 7)],
  },
  {
    name: 'an entry written whole: the leaf is the same',
    sql: [
      `update ledger.entry e set leaf = w.leaf, frame = null from ledger.leaf w
       where e.log_id = 1 and e.seq = 5 and w.log_id = 1 and w.seq = 5`,
    ],
    finds: [],
  },
  {
    name: 'an entry cut otherwise, so that nobody finds its request: the leaf is the same',
    sql: [
      `insert into ledger.frame select 1000, leaf || repeat(chr(1), 4) from ledger.leaf where log_id = 1 and seq = 5`,
      `update ledger.entry set frame = 1000, leaf = repeat(chr(1), 3) where log_id = 1 and seq = 5`,
    ],
    finds: [at('LEAF_HASH_DIFFERS', 5), kept('REWRITTEN', 3, 7)],
  },
  {
    name: 'another request and time behind what an entry fills: the leaf is the same',
    sql: [
      `update ledger.entry set leaf = leaf || chr(1) || '"request":"00000000-0000-4000-8000-000000000000","time":"9999"'
       where log_id = 1 and seq = 5`,
    ],
    finds: [at('LEAF_HASH_DIFFERS', 5), kept('REWRITTEN', 3, 7)],
  },
  {
    name: 'a frame with more than is filled: the leaf is the same',
    sql: [`update ledger.frame set text = text || chr(1) || 'more' where id = 1`],
    finds: [at('LEAF_HASH_DIFFERS', 1), kept('REWRITTEN', 1, 2)],
  },
  {
    name: 'a leaf hash edited',
    sql: [
      `update ledger.entry set leaf_hash = ${turned('leaf_hash')} where log_id = 1 and seq = 5`,
    ],
    finds: [at('LEAF_HASH_DIFFERS', 5)],
  },
  {
    name: 'an entry and its leaf hash edited, inside a batch',
    sql: [officer(5), rehash(5)],
    finds: [at('CHECKPOINT_DIFFERS', 3, 6), kept('REWRITTEN', 3, 7)],
  },
  {
    name: 'an entry and its leaf hash edited, sealed alone, left leaf',
    sql: [officer(10), rehash(10)],
    finds: [at('CHECKPOINT_DIFFERS', 10), kept('REWRITTEN', 10, 11)],
  },
  {
    name: 'an entry and its leaf hash edited, sealed alone, right leaf',
    sql: [officer(11), rehash(11)],
    finds: [at('CHECKPOINT_DIFFERS', 11), kept('REWRITTEN', 11, 12)],
  },
  { name: 'an entry deleted', sql: [remove('entry', 'seq = 5')], finds: [at('ENTRY_MISSING', 5)] },
  {
    name: 'an entry deleted with all that stands beside it',
    sql: ['entry', 'entry_subject'].map((table) => remove(table, 'seq = 5')),
    finds: [at('ENTRY_MISSING', 5)],
  },
  {
    name: 'the first entry deleted',
    sql: [remove('entry', 'seq = 0')],
    finds: [at('ENTRY_MISSING', 0)],
  },
  {
    name: 'the last entry deleted',
    sql: [remove('entry', 'seq = 12')],
    finds: [at('ENTRY_MISSING', 12)],
  },
  {
    name: 'the entries truncated',
    sql: ['truncate ledger.entry'],
    finds: [at('ENTRY_MISSING', 0), 'ENTRY_MISSING sorgu/AZ-SMS/BE-IO index 0'],
  },
  {
    name: 'the tail cut off without a trace',
    sql: removeFrom(9),
    finds: [kept('ROLLED_BACK', 9, 10)],
  },
  {
    name: 'the log removed without a trace',
    sql: [...removeFrom(0), 'delete from ledger.log where log_id = 1'],
    finds: [kept('ROLLED_BACK', 0, 1)],
  },
  {
    name: 'everything truncated',
    sql: [
      'truncate ledger.log, ledger.entry, ledger.entry_subject, ledger.node, ledger.checkpoint',
    ],
    finds: [kept('ROLLED_BACK', 0, 1), 'ROLLED_BACK sorgu/AZ-SMS/BE-IO kept checkpoints 0 and 2'],
  },
  {
    name: 'two entries exchanged',
    sql: swap('entry', 4, 10),
    finds: [at('CHECKPOINT_DIFFERS', 3, 6), kept('REWRITTEN', 3, 7)],
  },
  {
    name: 'two entries exchanged with all that stands beside them',
    sql: ['entry', 'entry_subject'].flatMap((table) => swap(table, 4, 10)),
    finds: [at('CHECKPOINT_DIFFERS', 3, 6), kept('REWRITTEN', 3, 7)],
  },
  {
    name: 'an entry added without what stands beside it',
    sql: copyOf(5, 13).slice(0, 1),
    finds: [at('SUBJECT_DIFFERS', 13)],
  },
  {
    name: 'an entry added with all that stands beside it',
    sql: copyOf(5, 14).map((sql) => sql.replace(' 14,', ' 13,')),
    also: ['nodes'],
    finds: [at('ENTRY_UNSIGNED', 13)],
  },
  {
    name: 'an entry added beyond the end',
    sql: copyOf(5, 20),
    finds: [at('ENTRY_MISSING', 13, 19)],
  },
  {
    name: 'an entry of one log put into another',
    sql: [
      `update ledger.entry e set leaf = b.leaf, leaf_hash = b.leaf_hash, frame = b.frame from ledger.entry b
       where e.log_id = 1 and e.seq = 5 and b.log_id = 2 and b.seq = 1`,
    ],
    finds: [at('LEAF_OF_OTHER_LOG', 5), kept('REWRITTEN', 3, 7)],
  },
  {
    name: 'a tag edited',
    sql: [
      `update ledger.entry_subject set tag = ${turned('tag')} where log_id = 1 and seq = 5 and n = 1`,
    ],
    finds: [at('SUBJECT_DIFFERS', 5)],
  },
  {
    name: 'the tags of two subjects of an entry exchanged',
    sql: [`update ledger.entry_subject set n = 1 - n where log_id = 1 and seq = 5`],
    finds: [at('SUBJECT_DIFFERS', 5)],
  },
  {
    name: 'a subject said twice',
    sql: [
      `insert into ledger.entry_subject select log_id, seq, n, tag, coordinates from ledger.entry_subject where log_id = 1 and seq = 5 and n = 1`,
    ],
    finds: [at('SUBJECT_DIFFERS', 5)],
  },
  {
    name: 'what was released about a subject edited',
    sql: [
      `update ledger.entry_subject set coordinates = '\\x0000' where log_id = 1 and seq = 5 and n = 1`,
    ],
    finds: [at('SUBJECT_DIFFERS', 5)],
  },
  {
    name: 'a subject deleted',
    sql: [remove('entry_subject', 'seq = 5 and n = 1')],
    finds: [at('SUBJECT_DIFFERS', 5)],
  },
  {
    name: 'a subject added',
    sql: [
      `insert into ledger.entry_subject select log_id, seq, 2, tag, coordinates from ledger.entry_subject where log_id = 1 and seq = 5 and n = 1`,
    ],
    finds: [at('SUBJECT_DIFFERS', 5)],
  },
  {
    name: 'a salt edited',
    sql: [`update ledger.entry set salt = ${turned('salt')} where log_id = 1 and seq = 5`],
    finds: [at('SALT_DIFFERS', 5)],
  },
  {
    name: 'a salt deleted',
    sql: [
      'alter table ledger.entry alter salt drop not null',
      'update ledger.entry set salt = null where log_id = 1 and seq = 5',
    ],
    finds: [at('SALT_DIFFERS', 5)],
  },
  {
    name: 'two salts exchanged',
    sql: [
      `update ledger.entry e set salt = b.salt from ledger.entry b
       where e.log_id = 1 and e.seq in (5, 10) and b.log_id = 1 and b.seq = 15 - e.seq`,
    ],
    finds: [at('SALT_DIFFERS', 5)],
  },
  {
    name: 'the root of a checkpoint edited',
    sql: [`update ledger.checkpoint set root = ${turned('root')} where log_id = 1 and size = 7`],
    finds: [at('CHECKPOINT_DIFFERS', 3, 6)],
  },
  {
    name: 'the note of a checkpoint edited',
    sql: [
      `update ledger.checkpoint set note = replace(note, E'\\n7\\n', E'\\n8\\n') where log_id = 1 and size = 7`,
    ],
    finds: [at('CHECKPOINT_MALFORMED', 3, 6)],
  },
  {
    name: 'a checkpoint deleted',
    sql: [remove('checkpoint', 'size = 7')],
    finds: [kept('CHECKPOINT_REMOVED', 3, 7)],
  },
  {
    name: 'the last checkpoint deleted',
    sql: [remove('checkpoint', 'size = 13')],
    finds: [at('ENTRY_UNSIGNED', 12), kept('CHECKPOINT_REMOVED', 12, 13)],
  },
  {
    name: 'an older checkpoint put at a newer size',
    sql: [
      `update ledger.checkpoint c set root = o.root, note = o.note from ledger.checkpoint o
       where c.log_id = 1 and c.size = 7 and o.log_id = 1 and o.size = 3`,
    ],
    finds: [at('CHECKPOINT_DIFFERS', 3, 6)],
  },
  {
    name: 'entry, leaf and nodes rewritten consistently',
    sql: [officer(5)],
    also: ['nodes'],
    finds: [at('CHECKPOINT_DIFFERS', 3, 6), kept('REWRITTEN', 3, 7)],
  },
  {
    name: 'entry, leaf and nodes rewritten consistently, checkpoints removed',
    sql: [officer(5), remove('checkpoint', 'size >= 7')],
    also: ['nodes'],
    finds: [at('ENTRY_UNSIGNED', 3, 12), kept('REWRITTEN', 3, 7)],
  },
  {
    name: 'entry, leaf, nodes and checkpoints rewritten by the holder of the key',
    sql: [officer(5)],
    also: ['nodes', 'checkpoints'],
    finds: [kept('REWRITTEN', 3, 7)],
  },
  {
    name: 'the newest entry rewritten by the holder of the key',
    sql: [officer(12)],
    also: ['nodes', 'checkpoints'],
    finds: [kept('REWRITTEN', 12, 13)],
  },
  {
    name: 'an entry taken out and the rest moved up by the holder of the key',
    sql: [
      ...['entry', 'entry_subject'].flatMap((table) => [
        remove(table, 'seq = 5'),
        `update ledger.${table} set seq = seq + 1000 where log_id = 1 and seq > 5`,
        `update ledger.${table} set seq = seq - 1001 where log_id = 1 and seq > 1000`,
      ]),
      remove('checkpoint', 'size = 13'),
    ],
    also: ['nodes', 'checkpoints'],
    finds: [kept('REWRITTEN', 3, 7)],
  },
  {
    name: 'a log given another name',
    sql: [`update ledger.log set origin = 'sorgu/AZ-SMS/KZ-MLSPP' where log_id = 1`],
    finds: ['LEAF_OF_OTHER_LOG sorgu/AZ-SMS/KZ-MLSPP index 0', kept('ROLLED_BACK', 0, 1)],
  },
  {
    name: "a log's registration deleted",
    sql: ['delete from ledger.log where log_id = 1'],
    finds: ['LOG_UNKNOWN (log 1) index 0', kept('ROLLED_BACK', 0, 1)],
  },
  {
    name: 'a log registered that nobody wrote',
    sql: [`insert into ledger.log values (3, 'sorgu/AZ-SMS/DOMESTIC')`],
    finds: ['ENTRY_MISSING sorgu/AZ-SMS/DOMESTIC index 0'],
  },
];

const anyNode = 'alter table ledger.node drop constraint if exists node_level';
const putNode = (level: number, index: number, hash = 'hash') =>
  `insert into ledger.node select log_id, ${level}, ${index}, ${hash} from ledger.node where log_id = 1 and level = 8 and index = 0`;

/** Of a log of 571 entries; checkpoints, all kept, end at 1, 101, 200, 231, 261, 291, 321, 446, 571. */
export const longMutations: readonly Mutation[] = [
  { name: 'nothing', sql: [], finds: [] },
  {
    name: 'a node edited: the part that no checkpoint vouches for',
    sql: [
      `update ledger.node set hash = ${turned('hash')} where log_id = 1 and level = 8 and index = 0`,
    ],
    finds: [at('NODE_DIFFERS', 231, 255)],
  },
  {
    name: 'a node deleted',
    sql: [remove('node', 'level = 8 and index = 1')],
    finds: [at('NODE_DIFFERS', 446, 511)],
  },
  {
    name: 'two nodes exchanged',
    sql: [
      `update ledger.node set index = 1000 where log_id = 1 and level = 8 and index = 0`,
      `update ledger.node set index = 0 where log_id = 1 and level = 8 and index = 1`,
      `update ledger.node set index = 1 where log_id = 1 and level = 8 and index = 1000`,
    ],
    finds: [at('NODE_DIFFERS', 231, 255)],
  },
  {
    name: 'a node added beyond the end',
    sql: [putNode(8, 2)],
    finds: [at('ENTRY_MISSING', 571, 767)],
  },
  {
    name: 'a node added that no tree has',
    sql: [anyNode, putNode(0, 5)],
    finds: [at('NODE_DIFFERS', 4, 5)],
  },
  {
    name: 'a node added between the heights of tiles that is none',
    sql: [anyNode, putNode(1, 2)],
    finds: [at('NODE_DIFFERS', 4, 5)],
  },
  {
    name: 'a node added between the heights of tiles in the place of one at them',
    sql: [
      anyNode,
      `update ledger.node set level = 7, index = 1 where log_id = 1 and level = 8 and index = 0`,
    ],
    finds: [at('NODE_DIFFERS', 231, 255)],
  },
  {
    name: 'a node between the heights of tiles, as it was stored before',
    sql: [
      anyNode,
      putNode(
        1,
        0,
        `(select sha256('\\x01'::bytea || string_agg(leaf_hash, '' order by seq)) from ledger.entry where log_id = 1 and seq < 2)`,
      ),
    ],
    finds: [],
  },
  {
    name: 'an entry and its leaf hash edited',
    sql: [officer(250), rehash(250)],
    finds: [at('NODE_DIFFERS', 231, 255), kept('REWRITTEN', 231, 261)],
  },
];
