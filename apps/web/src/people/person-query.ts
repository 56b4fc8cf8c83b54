import { graphql, type ResultOf } from '../graphql/graphql.js';
import { REFUSAL_PARTS } from '../graphql/refusals.js';

export const ROLES = ['EMPLOYEE', 'GUIDE', 'CIRCLE', 'ADMINISTRATOR'] as const;
export const GRADES = ['HIDDEN', 'ROLE', 'NAME', 'NAME_AND_UNIT'] as const;

export const PEOPLE = graphql(`
  query People($programme: String!) {
    workspace(programme: $programme) {
      people {
        id
        version
        name
        role
        email
        blocked
        publicName
        publicNameChoices
        termFirstLoop
        termLastLoop
        tooManyMeasures
        openMeasures {
          measureId
          version
          title
          loopNumber
          owned
          hint
        }
        unit {
          id
          name
        }
      }
    }
  }
`);

const ANSWER = graphql(
  `
    fragment PersonPageAnswer on PersonAnswer {
      __typename
      ...RefusalParts
      ... on WorkspacePerson {
        id
      }
    }
  `,
  [REFUSAL_PARTS],
);

export const INVITE = graphql(
  `
    mutation InvitePerson($input: InvitePersonInput!) {
      invitePerson(input: $input) {
        ...PersonPageAnswer
      }
    }
  `,
  [ANSWER],
);

export const EDIT = graphql(
  `
    mutation EditPerson($input: EditPersonInput!) {
      editPerson(input: $input) {
        ...PersonPageAnswer
      }
    }
  `,
  [ANSWER],
);

export const BLOCK = graphql(
  `
    mutation BlockPerson($input: BlockPersonInput!) {
      blockPerson(input: $input) {
        ...PersonPageAnswer
      }
    }
  `,
  [ANSWER],
);

export const UNBLOCK = graphql(
  `
    mutation UnblockPerson($input: UnblockPersonInput!) {
      unblockPerson(input: $input) {
        ...PersonPageAnswer
      }
    }
  `,
  [ANSWER],
);

export const ERASE = graphql(
  `
    mutation ErasePerson($input: ErasePersonInput!) {
      erasePerson(input: $input) {
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

export const CHOOSE_PUBLIC_NAME = graphql(
  `
    mutation ChoosePublicName($input: ChoosePublicNameInput!) {
      choosePublicName(input: $input) {
        __typename
        ...RefusalParts
        ... on Membership {
          id: personId
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

export type OnePerson = NonNullable<ResultOf<typeof PEOPLE>['workspace']>['people'][number];
