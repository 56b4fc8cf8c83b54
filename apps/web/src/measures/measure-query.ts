import { CARD } from '../board/board-query.js';
import { HISTORY_PARTS, REFUSAL_PARTS } from '../graphql/refusals.js';
import { graphql, type FragmentOf, type ResultOf } from '../graphql/graphql.js';

/** All that the page of a measure shows. */
export const MEASURE_PARTS = graphql(
  `
    fragment MeasureParts on WorkspaceMeasure {
      ...Card
      loopStage
      endReason
      description
      successCriterion
      verdict
      lesson
      anchoredIn
      noNextStepNeeded
      decisionRequiredFor
      commissionerTookOver
      mayEdit
      checker {
        id
        name
      }
      commissioner {
        id
        name
      }
      contributors {
        id
        name
      }
      unit {
        id
        name
      }
      actionField {
        question
      }
      steps {
        id
        text
        stage
        dueDay
        state
        doneDay
        dropReason
        late
      }
      results {
        id
        text
        html
        day
        state
        publishedAt
        internalReason
        attachments {
          id
          kind
          title
          address
          alternativeText
          transcript
        }
      }
      nextSteps {
        id
        text
        dueFrom
        dueDay
        state
        doneDay
        dropReason
        overdue
        addresseeUnit {
          id
          name
        }
        addresseePerson {
          id
          name
        }
        becameMeasure {
          measureId
          title
          loopNumber
        }
      }
      decisions {
        id
        body
        day
        point
        ruling
      }
      ideas {
        id
        name
        title
        text
        submittedAt
      }
      chain {
        measureId
        title
        loopNumber
        phase
      }
      history(first: 100) {
        ...HistoryParts
      }
    }
  `,
  [CARD, HISTORY_PARTS],
);

export const MEASURE = graphql(
  `
    query Measure($programme: String!, $id: ID!) {
      workspace(programme: $programme) {
        measure(id: $id) {
          ...MeasureParts
        }
      }
    }
  `,
  [MEASURE_PARTS],
);

export const OLDER_OF_MEASURE = graphql(
  `
    query OlderOfMeasure($programme: String!, $id: ID!, $after: String!) {
      workspace(programme: $programme) {
        measure(id: $id) {
          history(first: 100, after: $after) {
            ...HistoryParts
          }
        }
      }
    }
  `,
  [HISTORY_PARTS],
);

/** No `... on` around the parts: the server counts each fragment as two levels, and this reaches the limit. */
export const MEASURE_ANSWER = graphql(
  `
    fragment MeasurePageAnswer on MeasureAnswer {
      __typename
      ...RefusalParts
      ...MeasureParts
    }
  `,
  [REFUSAL_PARTS, MEASURE_PARTS],
);

export type Measure = FragmentOf<typeof MEASURE_PARTS>;
export type MeasureData = ResultOf<typeof MEASURE>;
export type MeasureAnswer = FragmentOf<typeof MEASURE_ANSWER>;
export type MeasureRefusal = Exclude<MeasureAnswer, { readonly __typename: 'WorkspaceMeasure' }>;
export type Step = Measure['steps'][number];
export type Result = Measure['results'][number];
export type NextStep = Measure['nextSteps'][number];
