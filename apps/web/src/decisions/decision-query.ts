import { ask } from '../graphql/client.js';
import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.js';
import { REFUSAL_PARTS } from '../graphql/refusals.js';

export const RULINGS = [
  'DISCUSSED',
  'NOTED',
  'APPROVED',
  'APPROVED_WITH_CHANGES',
  'REFERRED',
  'REJECTED',
] as const;

const DECISIONS = graphql(`
  query Decisions($programme: String!, $after: String) {
    workspace(programme: $programme) {
      decisions(first: 100, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            version
            body
            day
            point
            ruling
            note
            measures {
              measureId
              title
              loopNumber
            }
            nextSteps {
              id
              text
              state
              dueDay
            }
          }
        }
      }
    }
  }
`);

/** The measures of one loop, to choose from and to see which wait for a decision. */
export const LOOP_MEASURES = graphql(`
  query LoopMeasures($programme: String!, $loop: Int!) {
    workspace(programme: $programme) {
      board(loop: $loop) {
        id
        title
        decisionRequiredFor
        availableMoves {
          to
          missing
        }
      }
    }
  }
`);

/** The version under which a next step is added. */
export const MEASURE_VERSION = graphql(`
  query MeasureVersion($programme: String!, $id: ID!) {
    workspace(programme: $programme) {
      measure(id: $id) {
        version
      }
    }
  }
`);

const ANSWER = graphql(
  `
    fragment DecisionPageAnswer on DecisionAnswer {
      __typename
      ...RefusalParts
      ... on WorkspaceDecision {
        id
      }
    }
  `,
  [REFUSAL_PARTS],
);

export const RECORD_DECISION = graphql(
  `
    mutation RecordDecision($input: RecordDecisionInput!) {
      recordDecision(input: $input) {
        ...DecisionPageAnswer
      }
    }
  `,
  [ANSWER],
);

export const EDIT_DECISION = graphql(
  `
    mutation EditDecision($input: EditDecisionInput!) {
      editDecision(input: $input) {
        ...DecisionPageAnswer
      }
    }
  `,
  [ANSWER],
);

export const ADD_NEXT_STEP = graphql(
  `
    mutation NextStepOfDecision($input: AddNextStepInput!) {
      addNextStep(input: $input) {
        __typename
        ...RefusalParts
        ... on WorkspaceMeasure {
          id
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

type Workspace = NonNullable<ResultOf<typeof DECISIONS>['workspace']>;
export const REMOVE_DECISION = graphql(
  `
    mutation RemoveDecision($input: RemoveDecisionInput!) {
      removeDecision(input: $input) {
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

export type Decision = Workspace['decisions']['edges'][number]['node'];
export type Ruling = VariablesOf<typeof RECORD_DECISION>['input']['ruling'];
export type LoopMeasure = NonNullable<ResultOf<typeof LOOP_MEASURES>['workspace']>['board'][number];

/** All decisions, newest meeting first: a filter must know them all. */
export async function allDecisions(programme: string): Promise<readonly Decision[]> {
  const all: Decision[] = [];
  let after: string | null = null;
  do {
    const data: ResultOf<typeof DECISIONS> = await ask(DECISIONS, { programme, after });
    const page = data.workspace?.decisions;
    all.push(...(page?.edges ?? []).map(({ node }) => node));
    after = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}

/** Whether nothing but, or also, an approving decision keeps a measure from its next phase. */
export function waitsForDecision({ availableMoves }: LoopMeasure): boolean {
  return availableMoves.some(({ missing }) => missing.includes('DECISION'));
}
