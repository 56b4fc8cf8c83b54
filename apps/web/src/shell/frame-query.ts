import { graphql, type ResultOf } from '../graphql/graphql.js';

/** What every screen needs: the programme, who I am, and the lists that filters and menus choose from. */
export const FRAME = graphql(`
  query Frame($programme: String!) {
    workspace(programme: $programme) {
      today
      programme {
        id
        slug
        organisation
        title
        defaultLanguage
        timeZone
        staleAfterDays
        published
        words {
          key
          word
        }
      }
      me {
        id
        name
        role
      }
      loops {
        id
        number
        stage
        startDay
        endDay
        version
        recorded
        counts {
          phase
          count
        }
      }
      topics {
        id
        key
        title
      }
      goals {
        id
        key
        title
      }
      units {
        id
        key
        name
        parentId
      }
      people {
        id
        name
        role
        blocked
      }
      duties {
        overdue
      }
      openVoices
      deadMails {
        id
      }
    }
  }
`);

export type Frame = NonNullable<ResultOf<typeof FRAME>['workspace']>;
export type LoopInFrame = Frame['loops'][number];

/** Which loop the board shows when none is named: the running one, else the newest that has begun, else the first. */
export function currentLoop(loops: readonly LoopInFrame[]): LoopInFrame | null {
  const begun = loops.filter(({ stage }) => stage !== 'PLANNED');
  return loops.find(({ stage }) => stage === 'RUNNING') ?? begun.at(-1) ?? loops[0] ?? null;
}

/** How many measures a loop has. */
export function measuresIn({ counts }: Pick<LoopInFrame, 'counts'>): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
