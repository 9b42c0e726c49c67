import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './style.css';
import { createElement as h, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { loadPersonas } from './access.js';
import { Console } from './console.js';

async function open(header: Element): Promise<ReactElement> {
  try {
    return h(Console, { personas: await loadPersonas(), header });
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'The gateway did not answer.';
    return h(
      'p',
      { role: 'alert', className: 'fault' },
      `The console could not start. ${reason} Is the gateway running in development mode?`,
    );
  }
}

const [header, place] = ['access', 'console'].map((id) => document.getElementById(id));
if (header && place) createRoot(place).render(await open(header));
