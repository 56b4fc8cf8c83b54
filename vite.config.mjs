/** The workspace in the browser (apps/web), built into dist/web with the hash of their content in its files' names. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('apps/web'),
  // Where the server serves the files (apps/server/src/workspace-app/web-files.ts).
  base: '/assets/workspace/',
  publicDir: false,
  logLevel: 'warn',
  resolve: { alias: { '#ui': at('libs/ui/src') } },
  build: {
    outDir: at('dist/web'),
    emptyOutDir: true,
    assetsDir: '',
    target: 'es2022',
    sourcemap: false,
    manifest: 'manifest.json',
    // The server's policy allows no inline script, and browsers that run this code preload by themselves.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: at('apps/web/src/main.tsx'),
      // Libraries mark what frameworks with a server of their own may not run there; nothing here reads the marks.
      onLog: (level, log, tell) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
    },
  },
});
