/** Stages the package in argv[2] into the empty folder argv[3] and prints the rules of the problems; see the disk-full test. */
import { stageVersion } from '../../app/rooms/measures/imports/stage-version.ts';

const [, , source = '', folder = ''] = process.argv;
const staged = await stageVersion({
  paths: [source],
  folder,
  today: '2026-11-01',
  memory: '300MB',
  threads: 2,
});
process.stdout.write(JSON.stringify({ ok: staged.ok, rules: staged.problems.map(({ rule }) => rule) }));
