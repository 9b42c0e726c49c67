/**
 * Decided before fetched: one verdict per coordinate and per distinct set of items among the grant's subjects, never
 * per row. `decide` and the derived rule are both asked; where they disagree, or one throws, the coordinate is withheld.
 */
import { decideCoordinate } from '../../policy/index.js';
import type { GrantSubject } from '../../requests/index.js';
import { basisOf, type Clause, type Instrument, ITEMS, type Item } from '../../treaty/index.js';
import type { AskedCoordinate, Judgement, Operation } from '../graph.js';
import type { RuleTree } from './rule-tree.js';

/** Instrument, purpose and subjects; a grant, or what `explain` supposes. */
export interface Supposed {
  readonly instrument: Instrument;
  readonly purpose: string;
  readonly subjects: readonly Pick<GrantSubject, 'items'>[];
}

/** The second voice: whether the derived rule of a coordinate discloses it for these items. */
export type AskRule = (
  coordinate: string,
  items: ReadonlySet<Item>,
  standing: Supposed,
) => Promise<boolean>;

interface Judged {
  readonly guarded: readonly AskedCoordinate[];
  readonly withheld: Judgement['withheld'];
  /** Per set of items, the coordinates withheld. */
  readonly closed: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The verdicts on one operation. Only `judge` makes them, and `execute` takes no others for a guarded operation. */
export class Verdicts implements Judgement {
  readonly withheld: Judgement['withheld'];
  readonly #closed: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same by the set itself: subjects share theirs. */
  readonly #closedFrom = new Map<ReadonlySet<Item>, ReadonlySet<string>>();
  readonly #guarded: readonly AskedCoordinate[];

  constructor({ guarded, withheld, closed }: Judged) {
    this.#guarded = guarded;
    this.withheld = withheld;
    this.#closed = closed;
  }

  /** Whether these are the verdicts on this very operation. */
  isOn(guarded: readonly AskedCoordinate[]): boolean {
    return guarded === this.#guarded;
  }

  /** Coordinates withheld for a subject; one whose items were never judged gets an error, not an answer. */
  withheldFrom(items: ReadonlySet<Item>): ReadonlySet<string> {
    const closed = this.#closedFrom.get(items) ?? this.#closed.get(keyOf(items));
    if (closed === undefined) throw new Error('a subject was read that was not judged');
    this.#closedFrom.set(items, closed);
    return closed;
  }

  /** Whether a coordinate is withheld for every subject. */
  isClosed(coordinate: string): boolean {
    return [...this.#closed.values()].every((closed) => closed.has(coordinate));
  }
}

/** Makes the second voice out of a rule tree. What is no clear `true` withholds. */
export function askRules(tree: RuleTree): AskRule {
  const options = { debug: false, allowExternalErrors: false };
  return async (coordinate, items, grant) => {
    const [type = '', field = ''] = coordinate.split('.');
    const rule: Askable | undefined = tree[type]?.[field];
    if (rule === undefined) return false;
    try {
      const parent = { subject: { items } };
      return (await rule.resolve(parent, {}, { reading: { grant } }, {}, options)) === true;
    } catch {
      return false;
    }
  };
}

// A rule of graphql-shield is a plain object; ours look at nothing but parent and context.
interface Askable {
  resolve(
    parent: object,
    args: object,
    context: object,
    info: object,
    options: object,
  ): Promise<unknown>;
}

/** Judges every guarded coordinate of an operation. */
export async function judge(
  { guarded }: Pick<Operation, 'guarded'>,
  supposed: Supposed,
  askRule: AskRule,
): Promise<Verdicts> {
  const sets = [...itemSetsOf(supposed)];
  const closed = await Promise.all(
    sets.map(
      async ([key, items]) =>
        [key, await closedFor(guarded, { supposed, items, askRule })] as const,
    ),
  );
  const withheld = guarded.filter(({ coordinate }) =>
    closed.some(([, set]) => set.has(coordinate)),
  );
  return new Verdicts({
    guarded,
    withheld: withheld.map((asked) => ({ asked, basis: basisFor(asked, supposed) })),
    closed: new Map(closed),
  });
}

interface Question {
  readonly supposed: Supposed;
  readonly items: ReadonlySet<Item>;
  readonly askRule: AskRule;
}

async function closedFor(
  guarded: readonly AskedCoordinate[],
  { supposed, items, askRule }: Question,
): Promise<ReadonlySet<string>> {
  const { instrument, purpose } = supposed;
  const verdicts = await Promise.all(
    guarded.map(async ({ coordinate }) => {
      const decided = decideCoordinate({ instrument, purpose, items }, coordinate)?.verdict;
      return decided === 'DISCLOSE' && (await askRule(coordinate, items, supposed));
    }),
  );
  return new Set(
    guarded.filter((_, at) => verdicts[at] !== true).map(({ coordinate }) => coordinate),
  );
}

const basisFor = ({ item }: AskedCoordinate, { instrument }: Supposed): readonly Clause[] =>
  basisOf(instrument, item);

/** The distinct sets of items; where nobody was matched, what the purpose opens speaks for all. */
function itemSetsOf({
  instrument,
  purpose,
  subjects,
}: Supposed): ReadonlyMap<string, ReadonlySet<Item>> {
  const opened = new Set(instrument.opens.get(purpose)?.keys());
  const sets = subjects.length === 0 ? [opened] : new Set(subjects.map(({ items }) => items));
  return new Map(Array.from(sets, (items) => [keyOf(items), items]));
}

function keyOf(items: ReadonlySet<Item>): string {
  return ITEMS.filter((item) => items.has(item)).join(' ');
}
