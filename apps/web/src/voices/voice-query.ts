import { ask } from '../graphql/client.js';
import { graphql, type FragmentOf, type ResultOf } from '../graphql/graphql.js';
import { REFUSAL_PARTS } from '../graphql/refusals.js';

export const VOICE_STATES = ['OPEN', 'ANSWERED', 'SET_ASIDE'] as const;

const VOICE = graphql(`
  fragment Voice on WorkspaceVoice {
    id
    version
    kind
    text
    language
    state
    measure {
      measureId
      title
      loopNumber
    }
    theme {
      id
      name
    }
    agreed
    wantsMail
    answer
    answeredAt
    answeredBy
    inPublic
    reason
    ledTo {
      measureId
      title
      loopNumber
    }
    receivedAt
    mayAnswer
    mayShow
  }
`);

const VOICES = graphql(
  `
    query Voices(
      $programme: String!
      $after: String
      $state: VoiceState
      $themeId: ID
      $measureId: ID
    ) {
      workspace(programme: $programme) {
        voices(first: 100, after: $after, state: $state, themeId: $themeId, measureId: $measureId) {
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              ...Voice
            }
          }
        }
      }
    }
  `,
  [VOICE],
);

/** The themes to sort by, and whether readers may give feedback at all. */
export const THEMES = graphql(`
  query VoiceThemes($programme: String!) {
    workspace(programme: $programme) {
      programme {
        feedbackOpen
      }
      voiceThemes {
        id
        name
        count
      }
    }
  }
`);

const ANSWER = graphql(
  `
    fragment VoicePageAnswer on VoiceAnswer {
      __typename
      ...RefusalParts
      ... on WorkspaceVoice {
        id
      }
    }
  `,
  [REFUSAL_PARTS],
);

export const ANSWER_VOICE = graphql(
  `
    mutation AnswerVoice($input: AnswerVoiceInput!) {
      answerVoice(input: $input) {
        ...VoicePageAnswer
      }
    }
  `,
  [ANSWER],
);

export const SET_ASIDE = graphql(
  `
    mutation SetAsideVoice($input: SetAsideVoiceInput!) {
      setAsideVoice(input: $input) {
        ...VoicePageAnswer
      }
    }
  `,
  [ANSWER],
);

export const REOPEN = graphql(
  `
    mutation ReopenVoice($input: ReopenVoiceInput!) {
      reopenVoice(input: $input) {
        ...VoicePageAnswer
      }
    }
  `,
  [ANSWER],
);

export const SORT = graphql(
  `
    mutation SortVoice($input: SortVoiceInput!) {
      sortVoice(input: $input) {
        ...VoicePageAnswer
      }
    }
  `,
  [ANSWER],
);

export const ADD_THEME = graphql(
  `
    mutation AddVoiceTheme($input: AddVoiceThemeInput!) {
      addVoiceTheme(input: $input) {
        __typename
        ...RefusalParts
        ... on WorkspaceVoiceTheme {
          id
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

export const RENAME_THEME = graphql(
  `
    mutation RenameVoiceTheme($input: RenameVoiceThemeInput!) {
      renameVoiceTheme(input: $input) {
        __typename
        ...RefusalParts
        ... on WorkspaceVoiceTheme {
          id
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

export const THANKS = graphql(`
  query Thanks($programme: String!, $measureId: ID!) {
    workspace(programme: $programme) {
      thanks(measureId: $measureId) {
        id
        text
        at
        personId
        name
      }
    }
  }
`);

export const THANK = graphql(
  `
    mutation ThankForMeasure($input: ThankForMeasureInput!) {
      thankForMeasure(input: $input) {
        __typename
        ...RefusalParts
        ... on WorkspaceThanks {
          id
        }
      }
    }
  `,
  [REFUSAL_PARTS],
);

export const TAKE_BACK = graphql(
  `
    mutation TakeBackThanks($input: TakeBackThanksInput!) {
      takeBackThanks(input: $input) {
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

export type Voice = FragmentOf<typeof VOICE>;
export type VoiceState = Voice['state'];
export type Theme = NonNullable<ResultOf<typeof THEMES>['workspace']>['voiceThemes'][number];

/** Which voices are asked for; null lets all through. */
export type VoiceFilter = {
  readonly state: VoiceState | null;
  readonly themeId: string | null;
  readonly measureId: string | null;
};

/** All voices that the filter lets through, newest first. */
export async function allVoices(programme: string, filter: VoiceFilter): Promise<readonly Voice[]> {
  const all: Voice[] = [];
  let after: string | null = null;
  do {
    const data: ResultOf<typeof VOICES> = await ask(VOICES, { programme, after, ...filter });
    const page = data.workspace?.voices;
    all.push(...(page?.edges ?? []).map(({ node }) => node));
    after = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}
