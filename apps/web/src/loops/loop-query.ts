import { HISTORY_PARTS, REFUSAL_PARTS } from '../graphql/refusals.js';
import { graphql, type FragmentOf } from '../graphql/graphql.js';

/** All that the page of a loop shows. */
export const LOOP_PARTS = graphql(
  `
    fragment LoopParts on WorkspaceLoop {
      id
      number
      stage
      startDay
      endDay
      reflection
      recorded
      version
      counts {
        phase
        count
      }
      stages {
        to
        permitted
        obstacles {
          code
          loopNumber
          measureId
          title
          phase
        }
      }
      actionFields {
        id
        question
        topic {
          title
        }
      }
      history(first: 100) {
        ...HistoryParts
      }
    }
  `,
  [HISTORY_PARTS],
);

export const LOOP = graphql(
  `
    query Loop($programme: String!, $number: Int!) {
      workspace(programme: $programme) {
        loop(number: $number) {
          ...LoopParts
        }
      }
    }
  `,
  [LOOP_PARTS],
);

export const OLDER_OF_LOOP = graphql(
  `
    query OlderOfLoop($programme: String!, $number: Int!, $after: String!) {
      workspace(programme: $programme) {
        loop(number: $number) {
          history(first: 100, after: $after) {
            ...HistoryParts
          }
        }
      }
    }
  `,
  [HISTORY_PARTS],
);

const ANSWER = graphql(
  `
    fragment LoopPageAnswer on LoopAnswer {
      __typename
      ...RefusalParts
      ... on WorkspaceLoop {
        ...LoopParts
      }
    }
  `,
  [REFUSAL_PARTS, LOOP_PARTS],
);

export const START_LOOP = graphql(
  `
    mutation StartLoop($input: LoopStageInput!) {
      startLoop(input: $input) {
        ...LoopPageAnswer
      }
    }
  `,
  [ANSWER],
);

export const REVIEW_LOOP = graphql(
  `
    mutation ReviewLoop($input: LoopStageInput!) {
      reviewLoop(input: $input) {
        ...LoopPageAnswer
      }
    }
  `,
  [ANSWER],
);

export const CLOSE_LOOP = graphql(
  `
    mutation CloseLoop($input: LoopStageInput!) {
      closeLoop(input: $input) {
        ...LoopPageAnswer
      }
    }
  `,
  [ANSWER],
);

export const REOPEN_LOOP = graphql(
  `
    mutation ReopenLoop($input: LoopStageInput!) {
      reopenLoop(input: $input) {
        ...LoopPageAnswer
      }
    }
  `,
  [ANSWER],
);

export const EDIT_LOOP = graphql(
  `
    mutation EditLoop($input: EditLoopInput!) {
      editLoop(input: $input) {
        ...LoopPageAnswer
      }
    }
  `,
  [ANSWER],
);

export const PLAN_LOOP = graphql(
  `
    mutation PlanLoop($input: PlanLoopInput!) {
      planLoop(input: $input) {
        ...LoopPageAnswer
      }
    }
  `,
  [ANSWER],
);

export const REMOVE_LOOP = graphql(
  `
    mutation RemoveLoop($input: RemoveLoopInput!) {
      removeLoop(input: $input) {
        __typename
        ...RefusalParts
        ... on Removed {
          id
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

export type Loop = FragmentOf<typeof LOOP_PARTS>;
export type Stage = Loop['stage'];
export type LoopAnswer = FragmentOf<typeof ANSWER>;
