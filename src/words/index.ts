export { WITHHOLD_KEYS, type WithholdKey } from './keys.js';
export { languageOf } from './language-of.js';
export { refusalBody } from './refusal-body.js';
export { say } from './say.js';
