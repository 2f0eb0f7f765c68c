import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  ssr: true,
  // Pages carry no script, so nothing asks for routes at run time.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
