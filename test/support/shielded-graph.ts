/**
 * The other way to the same answers: graphql-shield's tree applied as middleware over resolvers with every other wall
 * open. The reader gives whatever is asked, no verdict reaches a resolver, and only the rules stand between.
 */
import type { GraphQLSchema } from 'graphql';
import { PreparedOperation } from '../../src/graph/document/operation.js';
import { answerBody } from '../../src/graph/execution/answer-body.js';
import { openApollo } from '../../src/graph/execution/apollo.js';
import { explainAll } from '../../src/graph/execution/explain.js';
import { clauseViews, instrumentViews } from '../../src/graph/execution/instrument-views.js';
import { openReading } from '../../src/graph/execution/open-reading.js';
import { Visits } from '../../src/graph/execution/visits.js';
import type { ExecuteOptions, GraphOptions } from '../../src/graph/index.js';
import { buildGraphSchema } from '../../src/graph/schema.js';
import { askRules } from '../../src/graph/verdicts/judge.js';
import { deriveRules } from '../../src/graph/verdicts/rule-tree.js';
import { middleware, shieldRules } from '../../src/graph/verdicts/shield.js';

class WithheldByRule extends Error {
  /** The coordinate whose rule said no. */
  readonly coordinate: string;

  constructor(coordinate: string) {
    super();
    this.coordinate = coordinate;
  }
}

/** The schema with every resolver behind its derived rule; what has no rule is denied. */
function shieldedSchema(): GraphQLSchema {
  const schema = buildGraphSchema();
  const permissions = shieldRules.shield(deriveRules(schema), {
    fallbackRule: shieldRules.deny,
    // An error of a resolver stays what it is; a rule that says no is told apart from it.
    fallbackError: (thrown, ...[, , , info]) =>
      thrown instanceof Error
        ? thrown
        : new WithheldByRule(`${info.parentType.name}.${info.fieldName}`),
  });
  return middleware.applyMiddleware(schema, permissions);
}

/** Executes by middleware. `openReader` should give everything; answers with the text of the body. */
export async function openShielded(
  options: GraphOptions,
): Promise<(asked: ExecuteOptions) => Promise<string>> {
  const shielded = await openTellingShield(options);
  return async (asked) => (await shielded(asked)).text;
}

export interface ShieldedAnswer {
  readonly text: string;
  /** Coordinates that a rule withheld from somebody. */
  readonly denied: ReadonlySet<string>;
}

/** As `openShielded`, and tells at which coordinates a rule said no. */
export async function openTellingShield(
  options: GraphOptions,
): Promise<(asked: ExecuteOptions) => Promise<ShieldedAnswer>> {
  const run = await openApollo(shieldedSchema());
  const askRule = askRules(deriveRules(buildGraphSchema()));
  return async ({ operation, grant, judgement, authority, language }) => {
    if (!(operation instanceof PreparedOperation))
      throw new Error('the operation was not prepared');
    const explained = await explainAll(
      operation.parts.explains,
      { grant, authority },
      { ...options, askRule },
    );
    const reading = openReading({
      grant,
      reader:
        grant === null
          ? null
          : options.openReader({ grant, asked: new Set(), now: options.clock.now() }),
      withheldFrom: () => new Set(),
      visits: new Visits(operation.parts.asked.roots),
      language,
      clauses: (id) => clauseViews(options.instruments, id),
      instruments: () => instrumentViews(options.instruments, options.status),
      explained,
    });
    const { data, faults } = await run(operation, { reading });
    const other = faults.find((fault) => !(fault instanceof WithheldByRule));
    if (other !== undefined) throw other;
    const denied = faults.filter((fault) => fault instanceof WithheldByRule);
    return {
      text: Buffer.from(answerBody({ data, grant, judgement, language })).toString(),
      denied: new Set(denied.map(({ coordinate }) => coordinate)),
    };
  };
}
