/** The arrows between the libraries (docs/adr/0002). Type-only imports count as well. */
const TEST_FILE =
  '(\\.(spec|e2e-spec|browser-spec)\\.tsx?$)|(\\.builder\\.ts$)|(/builders?/)|(^test/)';
const COMPOSITION_ROOT =
  '^apps/server/src/(.*\\.module\\.ts$|main\\.ts$|configure-app\\.ts$|database/|(programme|backup)-command\\.ts$)';
const SHARED_FOLDERS = 'graphql|config|auth|pages|http|hot|database|health|mail';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const notATest = { pathNot: TEST_FILE };

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Two files that need each other are one file.', {}, { circular: true }),
    forbid(
      'resolvable',
      'Every import leads to a file or an installed package.',
      {},
      // Types without a program: found by the compiler under the name that its program would have.
      { couldNotResolve: true, pathNot: '/schema-types\\.js$' },
    ),
    forbid(
      'domain-is-pure',
      'The domain imports nothing but itself: no package, no Node module, no other library.',
      { path: '^libs/domain/src/', ...notATest },
      { pathNot: '^libs/domain/src/' },
    ),
    forbid(
      'persistence-knows-domain-only',
      'Of our own folders, persistence knows the domain (and the migrations that it runs).',
      { path: '^libs/persistence/src/', ...notATest },
      { path: '^(apps|libs|scripts|test)/', pathNot: '^libs/(persistence|domain)/src/' },
    ),
    forbid(
      'persistence-packages',
      'Persistence is TypeORM, the driver, the embedded database and the queue of jobs.',
      { path: '^libs/persistence/src/', ...notATest },
      {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'],
        pathNot:
          'node_modules/(@types/)?(typeorm|pg|@electric-sql/[^/]+|graphile-worker|reflect-metadata|uuid)/',
      },
    ),
    forbid(
      'application-direction',
      'Of our own folders, application knows persistence and domain.',
      { path: '^libs/application/src/', ...notATest },
      {
        path: '^(apps|libs|migrations|scripts|test)/',
        pathNot: '^libs/(application|persistence|domain)/src/',
      },
    ),
    forbid(
      'application-knows-no-edge',
      'Use cases and readers know no GraphQL and no HTTP.',
      { path: '^libs/application/src/', ...notATest },
      {
        path:
          '(^(node:)?(http|https|http2)$)|' +
          'node_modules/(@types/)?(@nestjs/(graphql|apollo|platform-express)|@apollo/|express|graphql)(/|$)',
      },
    ),
    forbid(
      'ui-is-a-stranger',
      'ui knows none of our libraries.',
      { path: '^libs/ui/src/', ...notATest },
      { path: '^(apps|libs|migrations|scripts|test)/', pathNot: '^libs/ui/src/' },
    ),
    forbid(
      'server-reaches-the-database-through-application',
      'Only the composition root of the server knows persistence and migrations.',
      { path: '^apps/server/src/', pathNot: `${TEST_FILE}|${COMPOSITION_ROOT}` },
      { path: '^(libs/persistence|migrations)/' },
    ),
    forbid(
      'server-features-are-strangers',
      "A feature may import another feature's *.type.ts, and nothing else of it.",
      {
        path: '^apps/server/src/([^/]+)/',
        pathNot: `${TEST_FILE}|^apps/server/src/(${SHARED_FOLDERS})/`,
      },
      {
        path: '^apps/server/src/[^/]+/',
        pathNot: `^apps/server/src/($1|${SHARED_FOLDERS})/|\\.type\\.ts$`,
      },
    ),
    forbid(
      'web-knows-ui-only',
      'The workspace knows ui and schema.graphql.',
      { path: '^apps/web/', ...notATest },
      { path: '^(apps|libs|migrations|scripts|test)/', pathNot: '^(apps/web|libs/ui)/' },
    ),
    forbid(
      'libraries-know-no-app',
      'Arrows point from apps to libraries.',
      { path: '^(libs|migrations)/', ...notATest },
      { path: '^apps/' },
    ),
    forbid(
      'migrations-stand-alone',
      'An applied migration must not change when the code does.',
      { path: '^migrations/' },
      { pathNot: 'node_modules/typeorm/|^migrations/' },
    ),
    forbid(
      'no-tests-in-production',
      'Tests and builders are imported by tests.',
      { path: '^(apps|libs|migrations|scripts)/', ...notATest },
      { path: TEST_FILE },
    ),
    forbid(
      'no-development-packages-in-production',
      'What runs in production stands in "dependencies"; of the workspace, the build holds all that it needs.',
      { path: '^(apps|libs|migrations)/', pathNot: `${TEST_FILE}|^apps/web/` },
      {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: '.dependency-cruiser.resolve.cjs' },
    doNotFollow: { path: '(^|/)(node_modules|dist)/' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
