export { type BuildOutcome, buildConsole, type ConsoleFolder } from './build.js';
export type * from './operations.generated.js';
