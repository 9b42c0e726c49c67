/** The verdicts on an operation, kept up as it is typed. */
import { useEffect, useState } from 'react';
import type { Access } from './access.js';
import { type Asked, type Explained, explainUnder } from './explain.js';

/** Milliseconds without an edit before the gateway is asked. */
const PAUSE = 300;

interface Kept {
  readonly access: Access;
  readonly explained: Explained;
}

/**
 * What the gateway said last under this access. A half-typed document changes nothing: its predecessor's verdicts
 * stay. Undefined before the first answer, and where nothing can be asked.
 */
export function useExplained(access: Access, asked: Asked | undefined): Explained | undefined {
  const [kept, setKept] = useState<Kept>();
  const { operation, variables } = asked ?? {};
  useEffect(() => {
    if (operation === undefined || variables === undefined || access.request === undefined) return;
    const aborter = new AbortController();
    const keep = (explained: Explained): void => {
      if (aborter.signal.aborted || explained.state === 'UNFINISHED') return;
      setKept({ access, explained });
    };
    const lost = (): void => keep({ state: 'REFUSED', code: 'UNAVAILABLE' });
    const timer = setTimeout(() => {
      explainUnder(access, { operation, variables }, aborter.signal).then(keep, lost);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [access, operation, variables]);
  return kept?.access === access ? kept.explained : undefined;
}
