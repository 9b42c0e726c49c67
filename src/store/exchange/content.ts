/** A kept file as the text of its row. */
import { canonicalJson, type Json } from '../../base/index.js';

// Everything in a kept file is plain JSON, and is read back by JSON.parse; the interfaces of its parts do not say so to the compiler.
export const contentText = (file: object): string => canonicalJson(file as Json);
