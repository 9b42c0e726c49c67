import { createContext } from 'react';
import type { Access } from './access.js';

/** The access that the parts of the page speak of. */
export const AccessContext = createContext<Access | undefined>(undefined);
