/**
 * Prints the GraphQL schema from the resolver classes into schema.graphql, sorted, without a database.
 *
 * With `--check` it writes nothing, and exits with 1 when the committed file differs.
 */
import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { describeRoots } from '#server/graphql/describe-roots.js';
import { RESOLVERS } from '#server/graphql/resolvers.js';
import { SCHEMA_OPTIONS } from '#server/graphql/schema-options.js';

// Seen from dist/scripts/, where the compiler puts this file.
const FILE = new URL('../../schema.graphql', import.meta.url);
const HEAD =
  '# Printed from the resolver classes by `npm run print:schema`; change those, not this file.\n\n';

const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
  logger: ['error'],
});
const schema = await app.get(GraphQLSchemaFactory).create(RESOLVERS, SCHEMA_OPTIONS);
await app.close();

const printed = `${HEAD}${printSchema(lexicographicSortSchema(describeRoots(schema)))}\n`;
const isCurrent = existsSync(FILE) && readFileSync(FILE, 'utf8') === printed;

if (process.argv.includes('--check')) {
  if (!isCurrent)
    console.error(
      'schema.graphql differs from the resolver classes; npm run print:schema writes it.',
    );
  process.exitCode = isCurrent ? 0 : 1;
} else if (!isCurrent) {
  writeFileSync(FILE, printed);
}
