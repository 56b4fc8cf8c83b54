import { ApolloArmor } from '@escape.tech/graphql-armor';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { ApplicantsReader } from '#application/calls/applicants-reader.js';
import { IdeasReader } from '#application/ideas/ideas-reader.js';
import { PeopleReader } from '#application/people/people-reader.js';
import { TopicsReader } from '#application/topics/topics-reader.js';
import { HistoryReader } from '#application/workspace/history-reader.js';
import { accountOf } from '../auth/sessions.js';
import { Database } from '../database/database.js';
import { PublicDatabase } from '../database/public-database.js';
import { PublishedReaders } from '../database/published-readers.js';
import { LOG } from '../http/log.js';
import { MeasureAnswers } from '../measures/measure-answers.js';
import { CHECKED_ARGUMENTS } from './checked-arguments.js';
import { compiledQueries } from './compiled-queries.js';
import type { GraphqlContext } from './context.js';
import { GRAPHQL_PATH } from './door.js';
import { ErrorMask } from './format-error.js';
import { describeRoots } from './describe-roots.js';
import { createLoaders } from './loaders.js';
import { readPlainTypes } from './plain-types.js';
import { RESOLVERS } from './resolvers.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

/** Rules on depth, aliases and directives (its plugins belong to what is switched off here); tokens are Apollo's, and what a query costs is query-cost.ts's. */
const { validationRules } = new ApolloArmor({
  // Fragments only gather fields, they nest nothing.
  maxDepth: { n: 10, flattenFragments: true },
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
  database: Database,
  publicDatabase: PublicDatabase,
  history: HistoryReader,
  topics: TopicsReader,
  applicants: ApplicantsReader,
  people: PeopleReader,
  ideas: IdeasReader,
  log: Logger,
): Omit<ApolloDriverConfig, 'driver'> {
  const mask = new ErrorMask(log);
  const forSignedIn = new PublishedReaders(database);
  const forAnyone = new PublishedReaders(publicDatabase);
  return {
    path: GRAPHQL_PATH,
    autoSchemaFile: true,
    sortSchema: true,
    // Checking it takes a twelfth of a start; scripts/print-schema.ts does, and so CI.
    buildSchemaOptions: { ...SCHEMA_OPTIONS, skipCheck: true },
    transformSchema: (schema) => readPlainTypes(describeRoots(schema)),
    context: ({ req, res }: { req: Request; res: Response }): GraphqlContext => {
      const accountId = accountOf(req);
      const published = accountId === null ? forAnyone : forSignedIn;
      return {
        req,
        res,
        accountId,
        published,
        loaders: createLoaders({ published, history, topics, applicants, people, ideas }),
      };
    },
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
    // Answers by POST are kept by no cache, and working out for how long they might be takes a sixth of the time.
    plugins: [
      CHECKED_ARGUMENTS,
      compiledQueries(log),
      mask.plugin,
      ApolloServerPluginCacheControlDisabled(),
    ],
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
      inject: [
        Database,
        PublicDatabase,
        HistoryReader,
        TopicsReader,
        ApplicantsReader,
        PeopleReader,
        IdeasReader,
        LOG,
      ],
    }),
  ],
  providers: [...RESOLVERS, MeasureAnswers],
})
export class GraphqlModule {}
