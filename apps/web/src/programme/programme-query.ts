import { graphql, type ResultOf } from '../graphql/graphql.js';
import { REFUSAL_PARTS } from '../graphql/refusals.js';

export const PROGRAMME = graphql(`
  query ProgrammeSettings($programme: String!) {
    workspace(programme: $programme) {
      programme {
        version
        organisation
        title
        purpose
        contactAddress
        defaultLanguage
        timeZone
        staleAfterDays
        published
        feedbackOpen
        ideasOpen
        accessibilityText
        privacyText
        words {
          key
          word
        }
      }
      goals {
        id
        version
        title
      }
      units {
        id
        version
        name
        kind
        parentId
      }
    }
  }
`);

export const EDIT_PROGRAMME = graphql(
  `
    mutation EditProgramme($input: EditProgrammeInput!) {
      editProgramme(input: $input) {
        __typename
        ...RefusalParts
        ... on WorkspaceProgramme {
          id
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

const GOAL_ANSWER = graphql(
  `
    fragment GoalPageAnswer on GoalAnswer {
      __typename
      ...RefusalParts
      ... on WorkspaceGoal {
        id
      }
    }
  `,
  [REFUSAL_PARTS],
);

export const CREATE_GOAL = graphql(
  `
    mutation CreateGoal($input: CreateGoalInput!) {
      createGoal(input: $input) {
        ...GoalPageAnswer
      }
    }
  `,
  [GOAL_ANSWER],
);

export const EDIT_GOAL = graphql(
  `
    mutation EditGoal($input: EditGoalInput!) {
      editGoal(input: $input) {
        ...GoalPageAnswer
      }
    }
  `,
  [GOAL_ANSWER],
);

export const REMOVE_GOAL = graphql(
  `
    mutation RemoveGoal($input: RemoveGoalInput!) {
      removeGoal(input: $input) {
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

const UNIT_ANSWER = graphql(
  `
    fragment UnitPageAnswer on UnitAnswer {
      __typename
      ...RefusalParts
      ... on WorkspaceUnit {
        id
      }
    }
  `,
  [REFUSAL_PARTS],
);

export const CREATE_UNIT = graphql(
  `
    mutation CreateUnit($input: CreateUnitInput!) {
      createUnit(input: $input) {
        ...UnitPageAnswer
      }
    }
  `,
  [UNIT_ANSWER],
);

export const EDIT_UNIT = graphql(
  `
    mutation EditUnit($input: EditUnitInput!) {
      editUnit(input: $input) {
        ...UnitPageAnswer
      }
    }
  `,
  [UNIT_ANSWER],
);

export const REMOVE_UNIT = graphql(
  `
    mutation RemoveUnit($input: RemoveUnitInput!) {
      removeUnit(input: $input) {
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

type Workspace = NonNullable<ResultOf<typeof PROGRAMME>['workspace']>;
export type Settings = Workspace['programme'];
export type Goal = Workspace['goals'][number];
export type Unit = Workspace['units'][number];
