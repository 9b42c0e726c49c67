/** A page on which an analyst chooses fields. In development it takes who asks from /dev/personas. Nothing is kept. */
import './style.css';
import { chosenFields, openClient, type Purpose } from '../src/index.js';
import { personTable } from './answer-table.js';
import { element, picker } from './elements.js';
import { CATALOGUES, languageFor, receiptWords } from './words.js';

const LANGUAGE = languageFor(navigator.languages);
const WORDS = CATALOGUES[LANGUAGE];

interface Persona {
  readonly persona: string;
  readonly token: string;
  readonly requests: readonly { readonly id: string; readonly purposes: readonly Purpose[] }[];
}

interface Standing {
  readonly token: string;
  readonly request: string;
  readonly purpose: Purpose;
}

const FIELDS = Object.keys(chosenFields.outline.subjects.below.edges.below.node.below);

async function standings(): Promise<ReadonlyMap<string, Standing>> {
  const personas: Persona[] = await (await fetch('/dev/personas')).json();
  const all = personas.flatMap(({ persona, token, requests }) =>
    requests.flatMap(({ id: request, purposes }) =>
      purposes.map((purpose) => {
        const name = `${persona}: ${purpose}, ${request.slice(0, 8)}`;
        return [name, { token, request, purpose }] as const;
      }),
    ),
  );
  return new Map(all);
}

function open(all: ReadonlyMap<string, Standing>): readonly HTMLElement[] {
  const [label, select] = picker(WORDS.standing, [...all.keys()]);
  const boxes = FIELDS.map((name) => element('input', { type: 'checkbox', name }));
  const labels = boxes.map((box) => element('label', {}, box, ` ${box.name}`));
  const fields = element('fieldset', {}, element('legend', {}, WORDS.fields), ...labels);
  const button = element('button', { type: 'button' }, WORDS.ask);
  const status = element('p', { role: 'status' }, WORDS.idle);
  const answer = element('section', { 'aria-label': WORDS.title });
  const clear = () => {
    answer.replaceChildren();
    status.textContent = WORDS.idle;
  };
  // An answer of another standing is not left under this one's name.
  select.addEventListener('change', clear);
  button.addEventListener('click', async () => {
    clear();
    // Nobody else is chosen while an answer is on its way.
    button.disabled = select.disabled = true;
    const standing = [...all.values()][Number(select.value)];
    const chosen = boxes.filter(({ checked }) => checked).map(({ name }) => name);
    if (standing !== undefined) await show(standing, chosen, { status, answer });
    button.disabled = select.disabled = false;
  });
  return [label, fields, button, status, answer];
}

interface Places {
  readonly status: HTMLElement;
  readonly answer: HTMLElement;
}

async function show(standing: Standing, chosen: readonly string[], { status, answer }: Places) {
  const client = openClient({ url: location.origin, ...standing });
  const variables = Object.fromEntries(chosen.map((name) => [name, true]));
  const outcome = await client.ask(chosenFields, variables);
  if (outcome.outcome !== 'answered') {
    status.textContent = WORDS.noAnswer(outcome.code);
    return;
  }
  const people = outcome.data.subjects.edges.map(({ node }) => personTable({ ...node }, WORDS));
  status.textContent = receiptWords(outcome.receipt, WORDS);
  answer.replaceChildren(...(people.length > 0 ? people : [element('p', {}, WORDS.nobody)]));
}

const page = document.querySelector('main');
document.title = WORDS.title;
document.documentElement.lang = LANGUAGE;
page?.append(element('h1', {}, WORDS.title));
try {
  page?.append(...open(await standings()));
} catch {
  page?.append(element('p', { role: 'alert' }, WORDS.unreachable));
}
