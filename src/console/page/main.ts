import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './style.css';
import { createElement as h, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { loadPersonas } from './access.js';
import { Console } from './console.js';
import { preferredLanguage, speechIn } from './speech.js';

async function open(header: Element): Promise<ReactElement> {
  const { say } = speechIn(preferredLanguage());
  const fault = (reason: string) =>
    h('p', { role: 'alert', className: 'fault' }, say('NOT_STARTED', { reason }));
  try {
    const told = await loadPersonas();
    if (told.state === 'TOLD') return h(Console, { personas: told.personas, header });
    if (told.state === 'NOBODY') return fault(say('NOBODY'));
    return fault(say('ANSWERED', { status: told.status }));
  } catch {
    return fault(say('NO_ANSWER'));
  }
}

const [header, place] = ['access', 'console'].map((id) => document.getElementById(id));
if (header && place) createRoot(place).render(await open(header));
