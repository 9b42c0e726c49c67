/** A case that Baku answered with values, at the site of two graphs: Astana holds them, every officer of both is on it. */
import { caseIn, done, EXECUTING } from './case-drafts.js';
import { type CaseSite, uuid } from './case-site.js';

const WEEK = 7 * 86_400_000;

/** The id of the request; what is held is the name and the date of birth of its one person. */
export async function heldOn(site: CaseSite): Promise<string> {
  const { id } = await caseIn(site, 'RECEIVED');
  await done(site.az.act(EXECUTING, 'accept', { case: id, id: uuid() }));
  const { data } = await site.az.ask(
    EXECUTING,
    'query ($id: ID!) { found: candidates(case: $id, n: 1) { candidate } }',
    { id },
  );
  const [{ candidate } = { candidate: '' }] = data.found as { candidate: string }[];
  await done(site.az.act(EXECUTING, 'recordMatch', { case: id, n: 1, candidate }));
  await done(site.az.act(EXECUTING, 'recordAge', { case: id, n: 1, child: false }));
  for (const item of ['NAME_CYRILLIC', 'DATE_OF_BIRTH', 'PHOTOGRAPH']) {
    const outcome = item === 'PHOTOGRAPH' ? 'NOT_AVAILABLE' : 'DISCLOSED';
    await done(site.az.act(EXECUTING, 'noteOutcome', { case: id, n: 1, item, outcome }));
  }
  const grantUntil = new Date(site.clock.now() + WEEK).toISOString();
  await done(
    site.az.act(EXECUTING, 'conclude', { case: id, id: uuid(), conditions: [], grantUntil }),
  );
  await site.deliver();
  return id;
}
