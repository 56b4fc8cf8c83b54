import { graphql, type FragmentOf } from './graphql.js';

/** One entry of a history, as sentences are made of it. */
export const HISTORY_PARTS = graphql(`
  fragment HistoryParts on HistoryEntry {
    id
    at
    actor
    formerMember
    way
    subject
    field
    from
    to
    fromFormerMember
    toFormerMember
    partId
    reason
  }
`);

/** Everything that a refusal may say. The server counts each fragment as a level, so history is written out here. */
export const REFUSAL_PARTS = graphql(`
  fragment RefusalParts on UserError {
    __typename
    code
    message
    field
    ... on InvalidInput {
      faults {
        field
        problem
        message
        limit
      }
    }
    ... on StaleVersion {
      currentVersion
      changes {
        id
        at
        actor
        formerMember
        way
        subject
        field
        from
        to
        fromFormerMember
        toFormerMember
        partId
        reason
      }
    }
    ... on MoveNotReady {
      missing
    }
    ... on HandOverBlocked {
      inTheWay {
        measureId
        title
        message
      }
    }
    ... on ErasureNotReady {
      handOver: obstacles {
        code
        programme
        measureId
        title
      }
    }
    ... on LoopNotReady {
      obstacles {
        code
        loopNumber
        measureId
        title
        phase
      }
    }
  }
`);

export type HistoryParts = FragmentOf<typeof HISTORY_PARTS>;
export type Refusal = FragmentOf<typeof REFUSAL_PARTS>;
