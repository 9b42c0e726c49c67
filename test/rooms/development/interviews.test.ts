/** B-4b The sample's windows: ahead, on working days, each once. */
import { expect, test } from 'vitest';
import { systemIds } from '../../../src/base/index.js';
import { sampleInterviews } from '../../../src/development/index.js';

test.each([0, 1, 2, 3, 4, 5, 6])('B-4b made on day %i of the week', (day) => {
  const now = Date.UTC(2026, 5, 14 + day, 23, 59);
  const channels = sampleInterviews(now, systemIds);
  expect(channels.map(({ channel }) => [channel.kind, channel.offeredTo])).toEqual([
    ['OFFICE', 'BE-IO'],
    ['VIDEO', 'BE-IO'],
  ]);
  for (const { channel, windows, ids } of channels) {
    expect(windows.length).toBeGreaterThan(5);
    expect(new Set(ids).size).toBe(windows.length);
    expect(new Set(windows.map(({ from }) => from)).size).toBe(windows.length);
    for (const { from, until, videoLink } of windows) {
      expect(from).toBeGreaterThan(now);
      expect(until - from).toBe(3_600_000);
      expect([0, 6]).not.toContain(new Date(from).getUTCDay());
      expect(videoLink === null).toBe(channel.kind === 'OFFICE');
    }
  }
});
