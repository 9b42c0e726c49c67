export type { Checks } from './admin-routes.js';
export type { DevelopmentOptions } from './development-routes.js';
export { type HttpDoor, type HttpOptions, openHttp } from './door.js';
export type { LedgerRoutesOptions } from './ledger-routes.js';
export { type Metrics, openMetrics } from './metrics.js';
export { openRateLimit, type RateLimitOptions } from './rate-limit.js';
export { openSecurityLog, type SecurityLog, type SecurityLogOptions } from './security-log.js';
