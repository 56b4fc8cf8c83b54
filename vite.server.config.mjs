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

/** Some users of graphql-js ask for its CommonJS kind, others for its modules; a schema must know one kind only. */
const oneGraphql = {
  name: 'one-graphql',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (!/^graphql(\/|$)/.test(source)) return null;
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    return found && { ...found, id: found.id.replace(/\.js$/, '.mjs') };
  },
};

/** A template whose raw text is read, with a letter that isn't ASCII in it. */
const RAW_TEXT = /String\.raw`[^`]*[^\0-\x7f]/;

/**
 * Node keeps a text with two bytes a letter as soon as one letter isn't ASCII. In strings, patterns and names an escape
 * says the same, but not to who reads a template's raw text: such chunks stay as they are.
 */
const inAscii = {
  name: 'in-ascii',
  generateBundle: (_options, bundle) => {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk' && !RAW_TEXT.test(chunk.code))
        chunk.code = chunk.code.replace(
          /[^\0-\x7f]/g,
          (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
  },
};

export default defineConfig({
  logLevel: 'warn',
  plugins: [oneGraphql, filesBesideModules, inAscii],
  // Of libraries that come in two kinds, the one for use: the other holds checks for who develops them.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
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
      // The compiler is for libraries' own development. Hashes are made in JavaScript where `module.require` is missing.
      external: ['pg', 'typescript', '@apollo/utils.createhash'],
      output: {
        format: 'esm',
        chunkFileNames: '[name]-[hash].js',
        // Nest names types of GraphQL after their classes, and the bundler renames those of the same name.
        keepNames: true,
        // Without comments and blanks: the text of all that was loaded stays in memory. Names stay as they are.
        minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
      },
    },
  },
  ssr: { noExternal: true, target: 'node' },
});
