export { type HttpDoor, type HttpOptions, openHttp } from './door.js';
export { type ExchangeDoor, type ExchangeDoorOptions, openExchangeDoor } from './exchange-door.js';
export { type Metrics, openMetrics } from './metrics.js';
export { openRateLimit } from './rate-limit.js';
export { type OperatorLog, openSecurityLog, type SecurityLog } from './security-log.js';
