/** Interview windows of the sample: on working days to come, so that whoever tries the memorandum sees some. */
import type { Ids } from '../base/index.js';
import type { InterviewChannel, NewChannel } from '../readmission/index.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const DAYS = 10;

const OFFICE: InterviewChannel = {
  code: 'brussels-office',
  kind: 'OFFICE',
  offeredTo: 'BE-IO',
  place: 'Sample consular section, Brussels',
  hours: 'Monday to Friday, 09:00 to 12:00 UTC',
  contact: 'interviews@consulate.invalid',
  languages: ['az', 'ru'],
};
const VIDEO: InterviewChannel = {
  ...OFFICE,
  code: 'baku-video',
  kind: 'VIDEO',
  place: 'By video, from Baku',
  hours: 'Monday to Friday, 13:00 UTC',
  languages: ['az', 'ru', 'en'],
};

/** Channels with their windows of the next days, each under an id of its own. */
export function sampleInterviews(
  now: number,
  ids: Ids,
): readonly (NewChannel & { readonly ids: readonly string[] })[] {
  const today = Math.floor(now / DAY) * DAY;
  const days = Array.from({ length: DAYS }, (_, at) => today + (at + 1) * DAY).filter(isWorking);
  return [
    { channel: OFFICE, hours: [9, 10, 11], videoLink: () => null },
    { channel: VIDEO, hours: [13], videoLink: () => `https://video.invalid/${ids.uuid()}` },
  ].map(({ channel, hours, videoLink }) => {
    const windows = days.flatMap((day) =>
      hours.map((hour) => ({
        from: day + hour * HOUR,
        until: day + (hour + 1) * HOUR,
        languages: channel.languages,
        videoLink: videoLink(),
      })),
    );
    return { channel, windows, ids: windows.map(() => ids.uuid()) };
  });
}

const SUNDAY = 0;
const SATURDAY = 6;

function isWorking(day: number): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== SUNDAY && weekday !== SATURDAY;
}
