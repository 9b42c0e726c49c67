export { ask } from './ask.js';
export { explain } from './explain.js';
export { deleteListed, importFile } from './import.js';
export { createKey, showKeys } from './keys.js';
export { runProgram } from './program.js';
export { personLines, writeSample } from './sample.js';
export { type ExitCode, type Tools, UsageFault, type Voice } from './tools.js';
export { dumpLedger, verifyLedger } from './verify-ledger.js';
