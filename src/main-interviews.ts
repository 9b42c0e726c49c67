/** Hands the commands of interview windows their rooms. */
import { systemClock, systemIds } from './base/index.js';
import * as cli from './cli/index.js';
import { withExchange } from './main-exchange.js';
import { voice } from './main-voice.js';
import * as store from './store/index.js';

export const interviewTools: cli.InterviewTools = {
  openInterviews: (file) =>
    withExchange((sql) => cli.openInterviewWindows({ ...roomsOn(sql), file }, voice)),
  listInterviews: () => withExchange((sql) => cli.listInterviewWindows(roomsOn(sql), voice)),
  withdrawInterview: (id) =>
    withExchange((sql) => cli.withdrawInterviewWindow({ ...roomsOn(sql), id }, voice)),
};

const roomsOn = (sql: store.Sql) => ({
  interviews: store.openInterviewWindows(sql),
  now: systemClock.now(),
  ids: systemIds,
});
