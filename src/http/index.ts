export { type HttpDoor, type HttpOptions, openHttp } from './door.js';
export { openMetrics } from './metrics.js';
export { openRateLimit } from './rate-limit.js';
export { openSecurityLog } from './security-log.js';
