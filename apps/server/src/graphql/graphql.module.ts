import { ApolloArmor } from '@escape.tech/graphql-armor';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { ProgrammeReader } from '#application/published/programme-reader.js';
import { RecordsReader } from '#application/published/records-reader.js';
import { TopicsReader } from '#application/topics/topics-reader.js';
import { HistoryReader } from '#application/workspace/history-reader.js';
import { accountOf } from '../auth/sessions.js';
import { LOG } from '../http/log.js';
import { MeasureAnswers } from '../measures/measure-answers.js';
import { CHECKED_ARGUMENTS } from './checked-arguments.js';
import type { GraphqlContext } from './context.js';
import { GRAPHQL_PATH } from './door.js';
import { ErrorMask } from './format-error.js';
import { describeRoots } from './describe-roots.js';
import { createLoaders } from './loaders.js';
import { RESOLVERS } from './resolvers.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

/** Rules on depth, aliases and directives (its plugins belong to what is switched off here); tokens are Apollo's, and what a query costs is query-cost.ts's. */
const { validationRules } = new ApolloArmor({
  maxDepth: { n: 10 },
  maxAliases: { n: 15, allowList: [] },
  maxDirectives: { n: 10 },
  // Sees no page size that comes as a variable or by default.
  costLimit: { enabled: false },
  // Answers 500.
  maxTokens: { enabled: false },
  // The schema is public and in the repository, so a suggestion gives nothing away.
  blockFieldSuggestion: { enabled: false },
}).protect();

function optionsOf(
  programmes: ProgrammeReader,
  records: RecordsReader,
  history: HistoryReader,
  topics: TopicsReader,
  log: Logger,
): Omit<ApolloDriverConfig, 'driver'> {
  const mask = new ErrorMask(log);
  return {
    path: GRAPHQL_PATH,
    autoSchemaFile: true,
    sortSchema: true,
    buildSchemaOptions: SCHEMA_OPTIONS,
    transformSchema: describeRoots,
    context: ({ req, res }: { req: Request; res: Response }): GraphqlContext => ({
      req,
      res,
      accountId: accountOf(req),
      loaders: createLoaders({ programmes, records, history, topics }),
    }),
    fieldResolverEnhancers: ['guards'],
    graphiql: false,
    // Policy: anyone may ask for the schema.
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxLexicalTokens: 1_000 },
    validationRules,
    plugins: [CHECKED_ARGUMENTS, mask.plugin],
    autoTransformHttpErrors: false,
    formatError: mask.format,
  };
}

/** The GraphQL interface at /graphql. Needs the readers and the log from global modules. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      useFactory: optionsOf,
      inject: [ProgrammeReader, RecordsReader, HistoryReader, TopicsReader, LOG],
    }),
  ],
  providers: [...RESOLVERS, MeasureAnswers],
})
export class GraphqlModule {}
