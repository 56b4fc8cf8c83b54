import { BENCH_SLUG } from './generate-programme.js';
import type { Question } from './question.js';
import { asFreeQuery, byHash } from './trusted-document.js';

export const FEED_PAGE = 20;

export type FeedPage = { readonly first: number; readonly after: string | null };
const NEWEST: FeedPage = { first: FEED_PAGE, after: null };

const variablesOf = ({ first, after }: FeedPage): Record<string, unknown> => ({
  programme: BENCH_SLUG,
  first,
  ...(after === null ? {} : { after }),
});

/** The feed by the hash of its document, which the server trusts. */
export const trustedFeed = (page = NEWEST): Question => byHash('feed', variablesOf(page));

/** The same feed as anyone's own query. */
export const freeFormFeed = (page = NEWEST): Question => asFreeQuery('feed', variablesOf(page));

/** Only the cursors of a page: to walk along the feed. */
export function cursorsOfFeed(page: FeedPage): Question {
  const query = `query Cursors($programme: String!, $first: Int!, $after: String) {
    successesFeed(programme: $programme, first: $first, after: $after) { edges { cursor } pageInfo { endCursor } }
  }`;
  return { path: '/graphql', body: JSON.stringify({ query, variables: variablesOf(page) }) };
}

/** What the feed answers, as far as measuring looks into it. */
export type FeedAnswer = {
  readonly data?: {
    readonly successesFeed?: {
      readonly edges: readonly { readonly cursor: string; readonly node?: unknown }[];
      readonly pageInfo: { readonly endCursor: string | null };
    } | null;
  };
  readonly errors?: readonly { readonly message: string }[];
};

/** Reads an answer. Throws when it isn't a page of the feed with all its successes. */
export function readFeed(bytes: Buffer, successes = FEED_PAGE): FeedAnswer {
  const answer = JSON.parse(bytes.toString()) as FeedAnswer;
  if (answer.errors !== undefined || answer.data?.successesFeed?.edges.length !== successes)
    throw new Error(`Not ${successes} successes: ${bytes.toString().slice(0, 300)}`);
  return answer;
}
