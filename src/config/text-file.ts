/** A setting that names a file: the schema reads it, so that a missing one is told beside the other faults. */
import { z } from 'zod';

/** The text of a file; throws where it cannot be read. */
export type FileReader = (path: string) => string;

/** A zod transform: path -> text. The fault names neither. */
export function textReader(readFile: FileReader) {
  return (path: string, context: z.RefinementCtx): string => {
    try {
      return readFile(path);
    } catch {
      context.addIssue({ code: 'custom', message: 'a file that can be read' });
      return z.NEVER;
    }
  };
}

/** The value of a JSON text, or undefined; the engine's message would quote it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
