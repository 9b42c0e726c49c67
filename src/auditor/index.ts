export { openAuditDesk } from './desk.js';
export type { AuditorRooms } from './rooms.js';
