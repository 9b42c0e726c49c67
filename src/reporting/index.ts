export { openReportDesk } from './desk.js';
export type { ReportingRooms } from './rooms.js';
