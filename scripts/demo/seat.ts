/** An officer at a gateway, who knows GraphQL and nothing else. */
import type { DemoGateway } from './gateway.js';

export type Values = Readonly<Record<string, unknown>>;

/** What a step leaves of a case. */
export interface StepCase {
  readonly id: string;
  readonly state: string;
}

export interface Seat {
  readonly officer: string;
  /** Makes a mutation; throws where it was not done. */
  act(name: string, given: Values): Promise<StepCase>;
  /** Fields of a case. */
  look(id: string, fields: string): Promise<Values>;
  state(id: string): Promise<unknown>;
  ask(query: string, variables?: object): Promise<Values>;
}

/** Seats an officer. */
export function sit(
  at: DemoGateway,
  as: { readonly role: SeatRole; readonly officer: string },
): Seat {
  const ask = async (query: string, variables: object = {}): Promise<Values> => {
    const { data, errors } = await at.ask(as, query, { variables });
    if (data !== null && errors.length === 0) return data;
    throw new Error(`${at.authority}: ${JSON.stringify(errors)}`);
  };
  const look = async (id: string, fields: string): Promise<Values> => {
    const query = `query ($id: ID!) { case(id: $id) { id ${fields} } }`;
    const { case: found } = (await ask(query, { id })) as { case: Values | null };
    return found ?? {};
  };
  return {
    officer: as.officer,
    ask,
    look,
    async state(id) {
      const { state } = await look(id, 'state');
      return state;
    },
    async act(name, given) {
      const { answer } = (await ask(mutation(name, given), given)) as { answer: StepAnswer };
      if (answer.case === null) throw new Error(`${name}: ${JSON.stringify(answer.faults)}`);
      return answer.case;
    },
  };
}

type SeatRole = 'REQUESTING_ANALYST' | 'SIGNATORY' | 'COORDINATOR' | 'EXECUTING_OFFICER';

interface StepAnswer {
  readonly case: StepCase | null;
  readonly faults: readonly object[];
}

function mutation(name: string, given: Values): string {
  const declared = Object.keys(given).map((argument) => `$${argument}: ${typeOf(name, argument)}`);
  const passed = Object.keys(given).map((argument) => `${argument}: $${argument}`);
  const asked = 'case { id state } faults { code at }';
  return `mutation (${declared.join(', ')}) { answer: ${name}(${passed.join(', ')}) { ${asked} } }`;
}

/** Types of arguments that are no texts; where a mutation differs, under its own name. */
const TYPES: Readonly<Record<string, string>> = {
  case: 'ID!',
  'saveDraft case': 'ID',
  id: 'ID!',
  document: 'DraftInput!',
  key: 'JSON!',
  reasons: '[String!]!',
  question: 'Int!',
  n: 'Int!',
  candidate: 'ID',
  nobody: 'Boolean',
  child: 'Boolean!',
  item: 'Item!',
  outcome: 'CaseOutcomeKind!',
  grounds: '[RefusalGround!]',
  'noteOutcome text': 'String',
  conditions: '[ConditionInput!]!',
  grantUntil: 'Instant!',
};

const typeOf = (name: string, argument: string): string =>
  TYPES[`${name} ${argument}`] ?? TYPES[argument] ?? 'String!';
