/**
 * Writes the schema as the types by which the workspace's documents are checked: from schema.graphql to
 * apps/web/src/graphql/schema-types.d.ts. With --check it writes nothing, and exits 1 when they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';

const SCHEMA = process.env.WEB_SCHEMA ?? 'schema.graphql';
const TYPES = 'apps/web/src/graphql/schema-types.d.ts';

const introspection = introspectionFromSchema(buildSchema(readFileSync(SCHEMA, 'utf8')), {
  descriptions: false,
});
const types = outputIntrospectionFile(minifyIntrospection(introspection), {
  fileType: '.d.ts',
  shouldPreprocess: true,
});
if (process.argv.includes('--check')) {
  if (readFileSync(TYPES, 'utf8') === types) process.exit(0);
  console.error(`${TYPES} is not what ${SCHEMA} says. Run: npm run print:web-types`);
  process.exit(1);
}
writeFileSync(TYPES, types);
