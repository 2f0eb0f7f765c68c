import { dirname, relative, resolve } from 'node:path';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const servedFrom = resolve(root, 'build/server');
const core = /^(?:app\/(?:rooms|commons|platform)\/|app\/request-context\.ts$|statistics\/)/;

/**
 * Rooms, commons, platform and statistics stay out of the server bundle: Node loads them from source, so that pages,
 * jobs and the command line share one instance of each. See docs/adr/0002-pages-bundled-core-from-source.md.
 */
const coreFromSource = (): Plugin => ({
  name: 'midcourse-core-from-source',
  enforce: 'pre',
  resolveId(source, importer) {
    if (this.environment.name !== 'ssr' || !importer || !source.startsWith('.')) return null;
    const file = resolve(dirname(importer), source);
    const inTree = relative(root, file);
    if (!core.test(inTree) || inTree.includes('/components/')) return null;
    return { id: relative(servedFrom, file), external: true };
  },
});

export default defineConfig({
  plugins: [coreFromSource(), reactRouter()],
  css: {
    preprocessorOptions: {
      scss: { loadPaths: [resolve(root, 'node_modules/@uswds/uswds/packages')], quietDeps: true },
    },
  },
  // Not emptied: a running server goes on serving the assets its pages name while newer ones are built beside them.
  build: { target: 'es2022', assetsInlineLimit: 0, emptyOutDir: false },
});
