export {
  ACTIVITY_MOVES,
  ACTIVITY_STATES,
  type Activity,
  type ActivityChange,
  type ActivityMove,
  type ActivityState,
  activityOf,
  type Maker,
  MOST_CHANGES,
  STEP_FAULTS,
  type StepFault,
  whyNotMoved,
} from './activity.js';
export {
  FEW,
  isTold,
  MONITORED,
  type Monitored,
  type MonitoredCount,
  type MonitoredCounts,
  type MonitoredSpan,
  type Quarter,
  quartersIn,
  type Sight,
  type SpanFault,
  sightOf,
} from './monitoring.js';
export {
  areJoined,
  type Caller,
  mayAssign,
  maySpeak,
  type Participant,
  participantOf,
} from './participant.js';
export {
  type ActivityPlan,
  type Body,
  forceFaults,
  PLAN_FAULTS,
  type PlanDetails,
  type PlanFault,
  type PlanGround,
  planFaults,
} from './plan.js';
export {
  cellsOf,
  counted,
  type Execution,
  requestFigures,
  type Timeliness,
  timelinessOf,
} from './timeliness.js';
