export {
  type CertificateAuthority,
  type CertificateNaming,
  type CertifiedKey,
  makeCertificateAuthority,
} from './certificates.js';
export { sampleInterviews } from './interviews.js';
export { listPersonas, type PersonaView } from './personas.js';
export { loadSample, SAMPLE_STATUS } from './sample.js';
