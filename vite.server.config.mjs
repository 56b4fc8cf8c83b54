/**
 * The server in few files (dist/server), made of what `nest build` wrote and of the libraries: loading 3,400 modules one
 * by one takes most of a start (docs/adr/0019).
 */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const DIST = fileURLToPath(new URL('dist', import.meta.url));

/** What lies beside a module, or where it looks for packages, is found from where the module was. */
const filesBesideModules = {
  name: 'files-beside-modules',
  transform: (code, id) =>
    id.startsWith(DIST)
      ? code.replaceAll(
          'import.meta.url',
          `new URL(${JSON.stringify(`../${relative(DIST, id)}`)}, import.meta.url).href`,
        )
      : null,
};

export default defineConfig({
  logLevel: 'warn',
  plugins: [filesBesideModules],
  build: {
    ssr: true,
    outDir: `${DIST}/server`,
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: `${DIST}/apps/server/src/main.js`,
      // TypeORM loads the driver by its name when it runs, and its types are set by us: both must have the same one.
      // The compiler is for libraries' own development.
      external: ['pg', 'typescript'],
      output: {
        format: 'esm',
        chunkFileNames: '[name]-[hash].js',
        // Nest names types of GraphQL after their classes, and the bundler renames those of the same name.
        keepNames: true,
      },
    },
  },
  ssr: { noExternal: true, target: 'node' },
});
