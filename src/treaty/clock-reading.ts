/** How an authority reads what 10(1) to 10(3) leave open about the 30 days: switches, with a default each. */

/** What each question can be read as; the default first. */
export const CLOCK_READINGS = {
  /** Question 3. RUNS: the days run whatever is asked. STOPS: not while an answer is waited for. */
  questions: ['RUNS', 'STOPS'],
  /** Question 4. MAY_EXCEED: a postponement has its review date and its days are not counted. */
  postponement: ['MAY_EXCEED', 'WITHIN_TERM'],
} as const;

export interface ClockReading {
  readonly questions: (typeof CLOCK_READINGS.questions)[number];
  readonly postponement: (typeof CLOCK_READINGS.postponement)[number];
}

export const DEFAULT_READING: ClockReading = { questions: 'RUNS', postponement: 'MAY_EXCEED' };
