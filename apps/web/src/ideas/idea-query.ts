import { graphql, type ResultOf } from '../graphql/graphql.js';
import { REFUSAL_PARTS } from '../graphql/refusals.js';

export const IDEAS = graphql(`
  query Ideas($programme: String!) {
    workspace(programme: $programme) {
      programme {
        ideasOpen
      }
      ideas {
        id
        version
        name
        email
        title
        text
        state
        reason
        submittedAt
        answeredBy
        moves
        topic {
          title
        }
        measure {
          measureId
          title
          loopNumber
        }
      }
    }
  }
`);

const ANSWER = graphql(
  `
    fragment IdeaPageAnswer on IdeaAnswer {
      __typename
      ...RefusalParts
      ... on WorkspaceIdea {
        id
      }
    }
  `,
  [REFUSAL_PARTS],
);

export const ACKNOWLEDGE_IDEA = graphql(
  `
    mutation AcknowledgeIdea($input: AcknowledgeIdeaInput!) {
      acknowledgeIdea(input: $input) {
        ...IdeaPageAnswer
      }
    }
  `,
  [ANSWER],
);

export const DECLINE_IDEA = graphql(
  `
    mutation DeclineIdea($input: DeclineIdeaInput!) {
      declineIdea(input: $input) {
        ...IdeaPageAnswer
      }
    }
  `,
  [ANSWER],
);

export const TAKE_UP_IDEA = graphql(
  `
    mutation TakeUpIdea($input: TakeUpIdeaInput!) {
      takeUpIdea(input: $input) {
        ...IdeaPageAnswer
      }
    }
  `,
  [ANSWER],
);

export type Idea = NonNullable<ResultOf<typeof IDEAS>['workspace']>['ideas'][number];
