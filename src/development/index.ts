export { listPersonas, type PersonaView } from './personas.js';
export { loadSample, SAMPLE_STATUS } from './sample.js';
