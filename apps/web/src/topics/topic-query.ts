import { REFUSAL_PARTS } from '../graphql/refusals.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';

export const TOPICS = graphql(`
  query Topics($programme: String!) {
    workspace(programme: $programme) {
      topics {
        id
        key
        version
        title
        description
        actionFields {
          id
          version
          question
          loopNumber
        }
      }
    }
  }
`);

export const CREATE_TOPIC = graphql(
  `
    mutation CreateTopic($input: CreateTopicInput!) {
      createTopic(input: $input) {
        __typename
        ...RefusalParts
        ... on WorkspaceTopic {
          id
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

export const EDIT_TOPIC = graphql(
  `
    mutation EditTopic($input: EditTopicInput!) {
      editTopic(input: $input) {
        __typename
        ...RefusalParts
        ... on WorkspaceTopic {
          id
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

export const ASK_QUESTION = graphql(
  `
    mutation AskQuestion($input: AskQuestionInput!) {
      askQuestion(input: $input) {
        __typename
        ...RefusalParts
        ... on WorkspaceActionField {
          id
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

export const EDIT_QUESTION = graphql(
  `
    mutation EditQuestion($input: EditQuestionInput!) {
      editQuestion(input: $input) {
        __typename
        ...RefusalParts
        ... on WorkspaceActionField {
          id
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

export const REMOVE_TOPIC = graphql(
  `
    mutation RemoveTopic($input: RemoveTopicInput!) {
      removeTopic(input: $input) {
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

export const REMOVE_QUESTION = graphql(
  `
    mutation RemoveQuestion($input: RemoveQuestionInput!) {
      removeQuestion(input: $input) {
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

export type Topic = NonNullable<ResultOf<typeof TOPICS>['workspace']>['topics'][number];
export type ActionField = Topic['actionFields'][number];
