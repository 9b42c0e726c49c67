export {
  addDays,
  calendarDay,
  daysBetween,
  startOfDay,
  type Zone,
  zoneOf,
} from './calendar.js';
export {
  CLOCK_NOTICES,
  CLOCK_STATES,
  type ClockNotice,
  type ClockQuestion,
  type Clocks,
  clockOf,
  isLate,
  type StateSince,
} from './clock.js';
export { type Pause, type Seats, type Term, type TermQuestion, termOf } from './term.js';
