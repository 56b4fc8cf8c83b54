import { graphql } from '../graphql/graphql.js';
import { MEASURE_ANSWER } from './measure-query.js';

/** Every write to a measure that its page can send; each answers the measure as it is then, or a refusal. */
export const WRITES = {
  acceptOwnership: graphql(
    `
      mutation AcceptOwnership($input: AcceptOwnershipInput!) {
        acceptOwnership(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  addContributor: graphql(
    `
      mutation AddContributor($input: AddContributorInput!) {
        addContributor(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  addGuide: graphql(
    `
      mutation AddGuide($input: AddGuideInput!) {
        addGuide(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  addNextStep: graphql(
    `
      mutation AddNextStep($input: AddNextStepInput!) {
        addNextStep(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  addStep: graphql(
    `
      mutation AddStep($input: AddStepInput!) {
        addStep(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  addAttachment: graphql(
    `
      mutation AddAttachment($input: AddAttachmentInput!) {
        addAttachment(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  assignChecker: graphql(
    `
      mutation AssignChecker($input: AssignCheckerInput!) {
        assignChecker(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  assignCommissioner: graphql(
    `
      mutation AssignCommissioner($input: AssignCommissionerInput!) {
        assignCommissioner(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  assignOwner: graphql(
    `
      mutation AssignOwner($input: AssignOwnerInput!) {
        assignOwner(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  completeNextStep: graphql(
    `
      mutation CompleteNextStep($input: CompleteNextStepInput!) {
        completeNextStep(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  completeStep: graphql(
    `
      mutation CompleteStep($input: CompleteStepInput!) {
        completeStep(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  createMeasure: graphql(
    `
      mutation CreateMeasure($input: CreateMeasureInput!) {
        createMeasure(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  declineOwnership: graphql(
    `
      mutation DeclineOwnership($input: DeclineOwnershipInput!) {
        declineOwnership(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  draftResult: graphql(
    `
      mutation DraftResult($input: DraftResultInput!) {
        draftResult(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  dropNextStep: graphql(
    `
      mutation DropNextStep($input: DropNextStepInput!) {
        dropNextStep(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  dropStep: graphql(
    `
      mutation DropStep($input: DropStepInput!) {
        dropStep(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  editMeasure: graphql(
    `
      mutation EditMeasure($input: EditMeasureInput!) {
        editMeasure(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  editNextStep: graphql(
    `
      mutation EditNextStep($input: EditNextStepInput!) {
        editNextStep(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  editStep: graphql(
    `
      mutation EditStep($input: EditStepInput!) {
        editStep(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  keepResultInternal: graphql(
    `
      mutation KeepResultInternal($input: KeepResultInternalInput!) {
        keepResultInternal(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  planSuccessor: graphql(
    `
      mutation PlanSuccessor($input: PlanSuccessorInput!) {
        planSuccessor(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  publishResult: graphql(
    `
      mutation PublishResult($input: PublishResultInput!) {
        publishResult(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  removeAttachment: graphql(
    `
      mutation RemoveAttachment($input: RemoveAttachmentInput!) {
        removeAttachment(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  removeContributor: graphql(
    `
      mutation RemoveContributor($input: RemoveContributorInput!) {
        removeContributor(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  removeGuide: graphql(
    `
      mutation RemoveGuide($input: RemoveGuideInput!) {
        removeGuide(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  removeResult: graphql(
    `
      mutation RemoveResult($input: RemoveResultInput!) {
        removeResult(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  removeStep: graphql(
    `
      mutation RemoveStep($input: RemoveStepInput!) {
        removeStep(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  reopenNextStep: graphql(
    `
      mutation ReopenNextStep($input: ReopenNextStepInput!) {
        reopenNextStep(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  reopenStep: graphql(
    `
      mutation ReopenStep($input: ReopenStepInput!) {
        reopenStep(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  reorderSteps: graphql(
    `
      mutation ReorderSteps($input: ReorderStepsInput!) {
        reorderSteps(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  requestHelp: graphql(
    `
      mutation RequestHelp($input: RequestHelpInput!) {
        requestHelp(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  takeOverOutcome: graphql(
    `
      mutation TakeOverOutcome($input: TakeOverOutcomeInput!) {
        takeOverOutcome(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  takeUpNextStep: graphql(
    `
      mutation TakeUpNextStep($input: TakeUpNextStepInput!) {
        takeUpNextStep(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  withdrawHelp: graphql(
    `
      mutation WithdrawHelp($input: WithdrawHelpInput!) {
        withdrawHelp(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
  withdrawResult: graphql(
    `
      mutation WithdrawResult($input: WithdrawResultInput!) {
        withdrawResult(input: $input) {
          ...MeasurePageAnswer
        }
      }
    `,
    [MEASURE_ANSWER],
  ),
} as const;
