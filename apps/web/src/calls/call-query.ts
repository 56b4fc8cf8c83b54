import { HISTORY_PARTS, REFUSAL_PARTS } from '../graphql/refusals.js';
import { graphql, type FragmentOf, type ResultOf } from '../graphql/graphql.js';

export const CALLS = graphql(`
  query Calls($programme: String!) {
    workspace(programme: $programme) {
      calls {
        id
        key
        title
        state
        closesOn
        decidedAt
        seats
        counts {
          received
          chosen
          waitlisted
          declined
        }
      }
    }
  }
`);

/** All that the page of a call shows; who has applied is no part of it. */
const CALL_PARTS = graphql(
  `
    fragment CallParts on WorkspaceCall {
      id
      key
      title
      text
      opensOn
      closesOn
      seats
      minimumTerm
      firstLoopId
      firstLoop
      qualifications
      questions {
        id
        text
      }
      state
      closedReason
      decidedAt
      version
      moves {
        intent
        permitted
        missing
      }
      counts {
        received
        chosen
        waitlisted
        declined
        withdrawn
      }
      history(first: 100) {
        ...HistoryParts
      }
      accesses {
        id
        at
        name
      }
    }
  `,
  [HISTORY_PARTS],
);

export const CALL = graphql(
  `
    query Call($programme: String!, $key: String!) {
      workspace(programme: $programme) {
        call(key: $key) {
          ...CallParts
        }
      }
    }
  `,
  [CALL_PARTS],
);

const ANSWER = graphql(
  `
    fragment CallPageAnswer on CallAnswer {
      __typename
      ...RefusalParts
      ... on WorkspaceCall {
        id
        key
      }
    }
  `,
  [REFUSAL_PARTS],
);

export const CREATE_CALL = graphql(
  `
    mutation CreateCall($input: CreateCallInput!) {
      createCall(input: $input) {
        ...CallPageAnswer
      }
    }
  `,
  [ANSWER],
);

/** Every write to a call that its page can send. */
export const WRITES = {
  edit: graphql(
    `
      mutation EditCall($input: EditCallInput!) {
        editCall(input: $input) {
          ...CallPageAnswer
        }
      }
    `,
    [ANSWER],
  ),
  open: graphql(
    `
      mutation OpenCall($input: OpenCallInput!) {
        openCall(input: $input) {
          ...CallPageAnswer
        }
      }
    `,
    [ANSWER],
  ),
  extend: graphql(
    `
      mutation ExtendCall($input: ExtendCallInput!) {
        extendCall(input: $input) {
          ...CallPageAnswer
        }
      }
    `,
    [ANSWER],
  ),
  close: graphql(
    `
      mutation CloseCall($input: CloseCallInput!) {
        closeCall(input: $input) {
          ...CallPageAnswer
        }
      }
    `,
    [ANSWER],
  ),
  decide: graphql(
    `
      mutation DecideCall($input: DecideCallInput!) {
        decideCall(input: $input) {
          ...CallPageAnswer
        }
      }
    `,
    [ANSWER],
  ),
} as const;

export const OLDER_OF_CALL = graphql(
  `
    query OlderOfCall($programme: String!, $key: String!, $after: String!) {
      workspace(programme: $programme) {
        call(key: $key) {
          history(first: 100, after: $after) {
            ...HistoryParts
          }
        }
      }
    }
  `,
  [HISTORY_PARTS],
);

export type CallInList = NonNullable<ResultOf<typeof CALLS>['workspace']>['calls'][number];
export type Call = FragmentOf<typeof CALL_PARTS>;
export type CallData = ResultOf<typeof CALL>;
export type CallAnswer = FragmentOf<typeof ANSWER>;
export type CallState = Call['state'];
export type CallMove = Call['moves'][number];

export const CALL_STATES = [
  'DRAFT',
  'OPEN',
  'CLOSED',
  'DECIDED',
] as const satisfies readonly CallState[];
