import type { FeedDocumentReader } from '#application/published/feed-document-reader.js';
import type { ProgressDocumentReader } from '#application/published/progress-document-reader.js';
import type { TopicHistoryDocumentReader } from '#application/published/topic-history-document-reader.js';
import type { Language } from '../graphql/enums.js';
import type { Answers } from './trusted-documents.js';

type Readers = {
  readonly feed: FeedDocumentReader;
  readonly topicHistory: TopicHistoryDocumentReader;
  readonly progress: ProgressDocumentReader;
};

/** The variables of all documents, as GraphQL hands them over: of their types, and with their defaults. */
type Given = {
  readonly programme: string;
  readonly topic: string;
  readonly first: number;
  readonly after?: string | null;
  readonly language?: Language | null;
};

/** Each document's answer, in one statement. */
export function answersOf(readers: Readers): Answers {
  return {
    Feed: (variables) => {
      const { programme, language = null, first, after = null } = variables as Given;
      return readers.feed.feed(programme, language, first, after);
    },
    TopicHistory: (variables) => {
      const { programme, topic, language = null, first, after = null } = variables as Given;
      return readers.topicHistory.history(programme, topic, language, first, after);
    },
    Progress: (variables) => readers.progress.progress((variables as Given).programme),
  };
}
