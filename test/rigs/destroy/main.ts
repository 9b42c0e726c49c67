/**
 * The destruction rig: what was received and destroyed is looked for everywhere, in restored backups too.
 *
 *     npm run rig:destroy -- --subjects 1000 --backups 10 [--build rows-only|kept-key|unsealed|remembered|said]
 *
 * Exit 0 as it must be (nothing found; of a planted build: found), 1 not, 2 wrong usage.
 */
import { parseArgs } from 'node:util';
import { BUILDS } from './builds.js';
import { runDestruction } from './run.js';

const { values } = parseArgs({
  options: {
    subjects: { type: 'string', default: '1000' },
    backups: { type: 'string', default: '10' },
    build: { type: 'string', default: 'honest' },
  },
});
const build = BUILDS.find((one) => one === values.build);
const [subjects = 0, backups = 0] = [values.subjects, values.backups].map(Number);

if (build === undefined || !(subjects >= 1) || !(backups >= 2)) {
  process.stderr.write(
    `--build is one of ${BUILDS.join(', ')}; --subjects from 1, --backups from 2\n`,
  );
  process.exitCode = 2;
} else {
  const began = Date.now();
  const seconds = () => ((Date.now() - began) / 1000).toFixed(0);
  const onStep = (step: string) => process.stderr.write(`${seconds()} s: ${step}\n`);
  const done = await runDestruction({ build, subjects, backups, heap: true, onStep });
  const { destroyed, survivors, values: kept, bytes, findings } = done;
  process.stdout.write(
    `${build}: ${destroyed} persons destroyed, ${survivors} survivors, ${backups} backups with ${kept} values, ` +
      `${(bytes / 2 ** 20).toFixed(0)} MiB scanned, ${findings.length} findings, ${seconds()} s\n`,
  );
  for (const finding of findings.slice(0, 20)) process.stdout.write(`${finding}\n`);
  process.exitCode = (findings.length === 0) === (build === 'honest') ? 0 : 1;
}
