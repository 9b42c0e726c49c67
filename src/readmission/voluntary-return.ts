/**
 * Voluntary return comes first, with adequate notification (memorandum, 4(c)): what a case says of it. What is missing is
 * warned about and never blocks: the duty is each Participant's toward the nationals of its own State.
 */
import type { Day } from '../treaty/index.js';
import type { Hand } from './side.js';

export type VoluntaryReturn = {
  readonly offered: boolean;
  /** The day of the notice. */
  readonly on: Day | null;
  /** ISO 639 code of a language that the person understands. */
  readonly language: string | null;
  /** Why it was not offered. */
  readonly reason: string | null;
  readonly by: Hand;
};

export type NoticeWarning =
  | 'VOLUNTARY_RETURN_NOT_RECORDED'
  | 'NOTICE_DAY_NOT_STATED'
  | 'NOTICE_LANGUAGE_NOT_STATED';

/** What is missing of the notice. */
export function noticeWarnings(said: VoluntaryReturn | null): readonly NoticeWarning[] {
  if (said === null || (!said.offered && said.reason === null)) {
    return ['VOLUNTARY_RETURN_NOT_RECORDED'];
  }
  if (!said.offered) return [];
  return [
    ...(said.on === null ? (['NOTICE_DAY_NOT_STATED'] as const) : []),
    ...(said.language === null ? (['NOTICE_LANGUAGE_NOT_STATED'] as const) : []),
  ];
}

// `mis`, `mul`, `und` and `zxx` name no language that somebody understands (ISO 639-2).
const languageForm = /^(?!mis$|mul$|und$|zxx$)[a-z]{2,3}$/;

/** Whether a text has the form of an ISO 639 code of a language. */
export const isLanguage = (text: string): boolean => languageForm.test(text);
