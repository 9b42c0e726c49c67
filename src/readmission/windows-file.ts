/** The file of channels and windows that an authority opens (`sorgu interviews open`), read strictly; faults by place. */
import type { Json } from '../base/index.js';
import { authorityOf } from '../treaty/index.js';
import { CHANNEL_KINDS, type ChannelKind, type InterviewChannel } from './interviews.js';
import { isLanguage } from './voluntary-return.js';

/** A window to be opened: milliseconds since the epoch. */
export interface NewWindow {
  readonly from: number;
  readonly until: number;
  readonly languages: readonly string[];
  readonly videoLink: string | null;
}

export interface NewChannel {
  readonly channel: InterviewChannel;
  readonly windows: readonly NewWindow[];
}

export type ReadChannels =
  | { readonly channels: readonly NewChannel[] }
  | { readonly channels: null; readonly faults: readonly string[] };

const MOST = { channels: 100, windows: 1_000 } as const;
const LONGEST_MS = 12 * 3_600_000;
const codeForm = /^[a-z][a-z0-9-]{0,31}$/;
const lineForm = /^[^\p{C}\p{Zl}\p{Zp}]{1,300}$/u;
const momentForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Reads it; every fault says where and what should stand there, and nothing of what does. */
export function readChannels(json: Json, now: number): ReadChannels {
  const faults: string[] = [];
  const list = Array.isArray(json) && json.length <= MOST.channels ? json : undefined;
  if (list === undefined) return { channels: null, faults: ['a list of at most 100 channels'] };
  const channels = list.map((one, at) => channelIn(one, { at: `[${at}]`, faults, now }));
  const codes = channels.map(({ channel }) => channel.code);
  if (new Set(codes).size < codes.length) faults.push('a code stands twice');
  return faults.length === 0 ? { channels } : { channels: null, faults };
}

interface Place {
  readonly at: string;
  readonly faults: string[];
  readonly now: number;
}

type Members = { readonly [name: string]: Json };

const CHANNEL = ['code', 'kind', 'offeredTo', 'place', 'hours', 'contact', 'languages', 'windows'];
const WINDOW = ['from', 'until', 'languages', 'videoLink'];

function channelIn(json: Json, place: Place): NewChannel {
  const given = membersIn(json, CHANNEL, place);
  const text = (name: string, fits: (value: string) => boolean, what: string): string =>
    textIn(given[name], { ...place, at: `${place.at}.${name}` }, { fits, what });
  const isLine = (value: string) => lineForm.test(value) && value.trim() !== '';
  const line = (name: string) => text(name, isLine, 'one line of at most 300 characters');
  const kind = text('kind', (value) => isKind(value), CHANNEL_KINDS.join(' or '));
  const languages = languagesIn(given.languages, { ...place, at: `${place.at}.languages` });
  const channel = {
    code: text('code', (value) => codeForm.test(value), 'a short name in small letters'),
    kind: isKind(kind) ? kind : 'OFFICE',
    offeredTo: text('offeredTo', (value) => authorityOf(value) !== undefined, 'an authority'),
    ...{ place: line('place'), hours: line('hours'), contact: line('contact'), languages },
  };
  const { windows } = given;
  const isList = Array.isArray(windows) && windows.length <= MOST.windows;
  if (!isList) place.faults.push(`${place.at}.windows: a list of at most 1000`);
  const read = isList ? windows : [];
  return {
    channel,
    windows: read.map((one, at) =>
      windowIn(one, channel, { ...place, at: `${place.at}.windows[${at}]` }),
    ),
  };
}

const isKind = (text: string): text is ChannelKind => CHANNEL_KINDS.some((kind) => kind === text);

function windowIn(json: Json, channel: InterviewChannel, place: Place): NewWindow {
  const given = membersIn(json, WINDOW, place);
  const at = (name: string) => ({ ...place, at: `${place.at}.${name}` });
  const moment = (name: string) =>
    Date.parse(
      textIn(given[name], at(name), { fits: isMoment, what: 'an instant with its offset' }),
    );
  const [from, until] = [moment('from'), moment('until')];
  if (from <= place.now) place.faults.push(`${place.at}: is not ahead`);
  if (!(from < until && until - from <= LONGEST_MS)) {
    place.faults.push(`${place.at}: ends after it begins, within 12 hours`);
  }
  const languages =
    given.languages === undefined
      ? channel.languages
      : languagesIn(given.languages, at('languages'));
  if (!languages.every((one) => channel.languages.includes(one))) {
    place.faults.push(`${place.at}.languages: some of the channel's`);
  }
  return { from, until, languages, videoLink: linkIn(given.videoLink, channel, at('videoLink')) };
}

const isMoment = (text: string): boolean =>
  momentForm.test(text) && !Number.isNaN(Date.parse(text));

// The link is as good as being there: a video channel needs one for each window, and it is told in the booking alone.
function linkIn(json: Json | undefined, { kind }: InterviewChannel, place: Place): string | null {
  if (kind === 'OFFICE') {
    if (json !== undefined) place.faults.push(`${place.at}: for a VIDEO channel alone`);
    return null;
  }
  const isLink = (text: string) =>
    text.length <= 500 && URL.canParse(text) && new URL(text).protocol === 'https:';
  return textIn(json, place, { fits: isLink, what: 'an https address' });
}

function membersIn(json: Json, names: readonly string[], { at, faults }: Place): Members {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  const given = isObject ? (json as Members) : {};
  const isKnown = Object.keys(given).every((name) => names.includes(name));
  if (!isObject || !isKnown) faults.push(`${at}: an object of ${names.join(', ')}`);
  return given;
}

function textIn(
  json: Json | undefined,
  { at, faults }: Place,
  { fits, what }: { readonly fits: (text: string) => boolean; readonly what: string },
): string {
  const text = typeof json === 'string' ? json : '';
  if (typeof json !== 'string' || !fits(json)) faults.push(`${at}: ${what}`);
  return text;
}

function languagesIn(json: Json | undefined, { at, faults }: Place): readonly string[] {
  const list = Array.isArray(json) ? json : [];
  const codes = list.filter((one) => typeof one === 'string').filter(isLanguage);
  const isWhole = codes.length === list.length && new Set(codes).size === codes.length;
  if (!isWhole || codes.length === 0) faults.push(`${at}: ISO 639 codes, each once`);
  return codes;
}
