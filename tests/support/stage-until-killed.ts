/** Stages the package in argv[2] into argv[3] and kills itself, as the kernel would, when the step in argv[4] begins. */
import { stageVersion } from '../../app/rooms/measures/imports/stage-version.ts';

const [, , source = '', folder = '', lastStep = ''] = process.argv;
await stageVersion({
  paths: [source],
  folder,
  today: '2026-11-01',
  memory: '300MB',
  threads: 2,
  onProgress: ({ step }) => step === lastStep && process.kill(process.pid, 'SIGKILL'),
});
