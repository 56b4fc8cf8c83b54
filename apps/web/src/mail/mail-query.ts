import { graphql, type ResultOf } from '../graphql/graphql.js';
import { REFUSAL_PARTS } from '../graphql/refusals.js';

export const CHOICES = ['AT_ONCE', 'DAILY', 'NONE'] as const;
export const LANGUAGES = ['de', 'en'] as const;

export const MAIL_SETTINGS = graphql(`
  query MailSettings($programme: String!) {
    workspace(programme: $programme) {
      me {
        email
      }
      mailSettings {
        choice
        language
      }
    }
  }
`);

export const CHOOSE_MAIL = graphql(
  `
    mutation ChooseMail($input: ChooseMailInput!) {
      chooseMail(input: $input) {
        __typename
        ...RefusalParts
        ... on MailSettings {
          choice
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

export const DEAD_MAILS = graphql(`
  query DeadMails($programme: String!) {
    workspace(programme: $programme) {
      deadMails {
        id
        kind
        address
        queuedAt
        failedAt
        attempts
        reason
      }
    }
  }
`);

export const RETRY_MAIL = graphql(
  `
    mutation RetryMail($input: RetryMailInput!) {
      retryMail(input: $input) {
        __typename
        ...RefusalParts
        ... on RetriedMail {
          id
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

export type MailSettings = NonNullable<
  NonNullable<ResultOf<typeof MAIL_SETTINGS>['workspace']>['mailSettings']
>;
export type DeadMail = NonNullable<
  NonNullable<ResultOf<typeof DEAD_MAILS>['workspace']>['deadMails']
>[number];
