import { REFUSAL_PARTS } from '../graphql/refusals.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';

/** A call with all who have applied. Asking for them is recorded, so no other screen does. */
export const APPLICANTS = graphql(`
  query Applicants($programme: String!, $key: String!) {
    workspace(programme: $programme) {
      call(key: $key) {
        id
        key
        title
        state
        closesOn
        closedReason
        decidedAt
        seats
        minimumTerm
        firstLoop
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
        applications {
          id
          name
          email
          state
          motivation
          qualifications
          topics {
            key
            title
          }
          lastLoop
          answers {
            questionId
            question
            text
          }
          rank
          note
          reason
          receivedAt
          version
          selections
        }
      }
    }
  }
`);

const ANSWER = graphql(
  `
    fragment ApplicantPageAnswer on ApplicantAnswer {
      __typename
      ...RefusalParts
      ... on WorkspaceApplication {
        id
        version
        state
      }
    }
  `,
  [REFUSAL_PARTS],
);

/** What the circle says of an application. */
export const SAY = {
  CHOSEN: graphql(
    `
      mutation ChooseApplicant($input: ChooseApplicantInput!) {
        chooseApplicant(input: $input) {
          ...ApplicantPageAnswer
        }
      }
    `,
    [ANSWER],
  ),
  WAITLISTED: graphql(
    `
      mutation WaitlistApplicant($input: WaitlistApplicantInput!) {
        waitlistApplicant(input: $input) {
          ...ApplicantPageAnswer
        }
      }
    `,
    [ANSWER],
  ),
  DECLINED: graphql(
    `
      mutation DeclineApplicant($input: DeclineApplicantInput!) {
        declineApplicant(input: $input) {
          ...ApplicantPageAnswer
        }
      }
    `,
    [ANSWER],
  ),
  RECEIVED: graphql(
    `
      mutation ReconsiderApplicant($input: ReconsiderApplicantInput!) {
        reconsiderApplicant(input: $input) {
          ...ApplicantPageAnswer
        }
      }
    `,
    [ANSWER],
  ),
} as const;

export const MOVE_ON_WAITLIST = graphql(
  `
    mutation MoveOnWaitlist($input: MoveOnWaitlistInput!) {
      moveOnWaitlist(input: $input) {
        ...ApplicantPageAnswer
      }
    }
  `,
  [ANSWER],
);

export const NOTE = graphql(
  `
    mutation NoteApplicant($input: NoteApplicantInput!) {
      noteApplicant(input: $input) {
        ...ApplicantPageAnswer
      }
    }
  `,
  [ANSWER],
);

export type CallWithApplicants = NonNullable<
  NonNullable<ResultOf<typeof APPLICANTS>['workspace']>['call']
>;
export type Applicant = NonNullable<CallWithApplicants['applications']>[number];
export type ApplicantState = Applicant['state'];
/** What can be said of an applicant; WITHDRAWN is the applicant's own word. */
export type Selection = keyof typeof SAY;

/** Where applicants stand, in the order in which they are shown. */
export const GROUPS = [
  'RECEIVED',
  'CHOSEN',
  'WAITLISTED',
  'DECLINED',
  'WITHDRAWN',
] as const satisfies readonly ApplicantState[];

/** The applicants of a state; the waitlist in its order, the others as they came. */
export function inGroup<One extends Pick<Applicant, 'state' | 'rank'>>(
  applicants: readonly One[],
  state: ApplicantState,
): One[] {
  return applicants
    .filter((one) => one.state === state)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
}
