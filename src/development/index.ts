export {
  type CertificateAuthority,
  type CertificateNaming,
  type CertifiedKey,
  makeCertificateAuthority,
} from './certificates.js';
export { SAMPLE_CONTACT_POINTS, sampleActivities } from './cooperation.js';
export { sampleInterviews } from './interviews.js';
export { listPersonas, type PersonaView } from './personas.js';
export { loadSample, SAMPLE_STATUS } from './sample.js';
