/** From what is kept to what a participant sees of it. */
import type * as law from '../../cooperation/index.js';
import type { Recorded } from '../../requests/index.js';
import type { ContactPoint, MonitoredPeriod } from './contact-types.js';
import type { ContactPoint as Office, MonitoredPeriod as Period } from './desk.js';
import type { Activity, ActivityChange } from './types.js';

/** The activity; who made a change is told to officers of the same authority. */
export function activityView(found: law.Activity, authority: string): Activity {
  const { id, state, version, agreedBy, text, plan } = found;
  const { title, authorities, ...rest } = plan;
  return {
    ...{ ...rest, id, state, version, text },
    title: { ...title },
    authorities: authorities.map(bodyOf),
    agreedBy: agreedBy.map(bodyOf),
    changes: found.changes.map((change, n) => ({
      ...changeView(change, authority),
      version: versionAt(found.changes, n),
    })),
  };
}

const bodyOf = (code: string) => ({ code });

function changeView({ at, by, move, cleared }: law.ActivityChange, own: string): ActivityChange {
  const isOwn = by.authority === own;
  return {
    ...{ at, move: move.kind, authority: { code: by.authority } },
    ...{ officer: isOwn ? by.officer : null, cleared },
    text: 'text' in move ? move.text : null,
  };
}

const versionAt = (changes: readonly law.ActivityChange[], n: number): number =>
  changes.slice(0, n + 1).filter(({ move }) => 'plan' in move).length;

/** A version of an office. */
export function contactView({ fact, ...times }: Recorded<Office>): ContactPoint {
  const { authority, ...office } = fact;
  return { ...office, ...times, authority: { code: authority } };
}

/** The figures of a quarter. */
export function periodView({ authority, timeliness, ...period }: Period): MonitoredPeriod {
  return {
    ...period,
    authority: { code: authority },
    timeliness:
      timeliness?.map(({ executing, ...told }) => ({
        ...{ ...told, executing: { code: executing } },
      })) ?? null,
  };
}
