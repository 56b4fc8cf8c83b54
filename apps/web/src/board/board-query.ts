import { REFUSAL_PARTS } from '../graphql/refusals.js';
import { graphql, type FragmentOf, type ResultOf } from '../graphql/graphql.js';

/** All that a card of the board shows and needs to be moved. */
export const CARD = graphql(`
  fragment Card on WorkspaceMeasure {
    id
    version
    title
    phase
    stoppedIn
    endReason
    loopNumber
    recorded
    dueDay
    helpWanted
    late
    stale
    staleDays
    stepCount
    stepsSettled
    ownerAccepted
    undoTo
    owner {
      id
      name
    }
    guides {
      id
      name
    }
    hints {
      kind
      personId
      name
      loopNumber
      openMeasures
    }
    unit {
      key
    }
    goals {
      id
      key
      title
    }
    actionField {
      topic {
        key
        title
      }
    }
    availableMoves {
      to
      permitted
      missing
    }
  }
`);

export const BOARD = graphql(
  `
    query Board($programme: String!, $loop: Int!) {
      workspace(programme: $programme) {
        board(loop: $loop) {
          ...Card
        }
      }
    }
  `,
  [CARD],
);

/** What a new measure of the loop can answer. */
export const QUESTIONS = graphql(`
  query Questions($programme: String!, $loop: Int!) {
    workspace(programme: $programme) {
      loop(number: $loop) {
        actionFields {
          id
          question
          topic {
            title
          }
        }
      }
    }
  }
`);

const ANSWER = graphql(
  `
    fragment MeasureCardAnswer on MeasureAnswer {
      __typename
      ...RefusalParts
      ... on WorkspaceMeasure {
        ...Card
      }
    }
  `,
  [REFUSAL_PARTS, CARD],
);

export const MOVE_MEASURE = graphql(
  `
    mutation MoveMeasure($input: MoveMeasureInput!) {
      moveMeasure(input: $input) {
        ...MeasureCardAnswer
      }
    }
  `,
  [ANSWER],
);

export const UNDO_LAST_MOVE = graphql(
  `
    mutation UndoLastMove($input: UndoLastMoveInput!) {
      undoLastMove(input: $input) {
        ...MeasureCardAnswer
      }
    }
  `,
  [ANSWER],
);

export const CARRY_OVER_MEASURE = graphql(
  `
    mutation CarryOverMeasure($input: CarryOverMeasureInput!) {
      carryOverMeasure(input: $input) {
        ...MeasureCardAnswer
      }
    }
  `,
  [ANSWER],
);

// Of several at once: the cards are read anew afterwards.
export const MOVE_MEASURES = graphql(
  `
    mutation MoveMeasures($input: MoveMeasuresInput!) {
      moveMeasures(input: $input) {
        measureId
        answer {
          __typename
          ...RefusalParts
          ... on WorkspaceMeasure {
            id
            version
            undoTo
          }
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

export const CARRY_OVER_MEASURES = graphql(
  `
    mutation CarryOverMeasures($input: CarryOverMeasuresInput!) {
      carryOverMeasures(input: $input) {
        measureId
        answer {
          __typename
          ...RefusalParts
          ... on WorkspaceMeasure {
            id
            version
            undoTo
          }
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

export type Card = FragmentOf<typeof CARD>;
export type Phase = Card['phase'];
export type BoardData = ResultOf<typeof BOARD>;
export type CardAnswer = FragmentOf<typeof ANSWER>;
export type CardRefusal = Exclude<CardAnswer, { readonly __typename: 'WorkspaceMeasure' }>;

/** The phases that are columns of the board, in their order. */
export const COLUMNS = ['PLAN', 'DO', 'CHECK', 'ACT', 'DONE'] as const satisfies readonly Phase[];
