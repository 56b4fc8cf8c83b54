import type { SqlReader } from '../published/sql-reader.js';
import { enterBy } from '../workspace/enter-by.js';
import type { WorkspaceActionField, WorkspaceTopic } from '../workspace/measure-rows.js';
import type { WorkspaceReader, WorkspaceScope } from '../workspace/workspace-reader.js';

/** An action field `f` of the topic `t` and the loop `l` as JSON. */
export const ACTION_FIELD_AS_JSON = `json_build_object('id', f.id, 'key', f.key, 'question', f.question,
  'loopNumber', l.number, 'topic', json_build_object('id', t.id, 'key', t.key, 'title', t.title,
    'description', t.description, 'version', t.version), 'version', f.version)`;

const TOPIC = 't.id, t.key, t.title, t.description, t.version';

/** Topics and their questions as a workspace shows them. One statement a method. */
export class TopicsReader {
  constructor(
    private readonly database: SqlReader,
    private readonly workspaces: WorkspaceReader,
  ) {}

  /** All topics in their editorial order. */
  topics({ programmeId }: WorkspaceScope): Promise<WorkspaceTopic[]> {
    return this.database.query<WorkspaceTopic[]>(
      `SELECT ${TOPIC} FROM topic t WHERE t.programme_id = $1 ORDER BY t.position, t.id`,
      [programmeId],
    );
  }

  /** The questions of topics, each with its topic, oldest loop first. The caller has been shown these topics. */
  async actionFieldsOf(topicIds: readonly string[]): Promise<WorkspaceActionField[]> {
    const rows = await this.database.query<{ field: WorkspaceActionField }[]>(
      `SELECT ${ACTION_FIELD_AS_JSON} AS field
       FROM action_field f JOIN topic t ON t.id = f.topic_id JOIN learning_loop l ON l.id = f.loop_id
       WHERE f.topic_id = ANY($1) ORDER BY l.number, f.position, f.id`,
      [topicIds],
    );
    return rows.map(({ field }) => field);
  }

  /** A topic that an account has just written; null when it may not see it any more. */
  async writtenTopic(accountId: string, topicId: string): Promise<WorkspaceTopic | null> {
    const scope = await enterBy(this.database, this.workspaces, accountId, 'topic', topicId);
    const [row] = await this.database.query<WorkspaceTopic[]>(
      `SELECT ${TOPIC} FROM topic t WHERE t.id = $1 AND t.programme_id = $2`,
      [topicId, scope?.programmeId ?? null],
    );
    return row ?? null;
  }

  /** An action field that an account has just written; null when it may not see it any more. */
  async writtenField(
    accountId: string,
    actionFieldId: string,
  ): Promise<WorkspaceActionField | null> {
    const scope = await enterBy(
      this.database,
      this.workspaces,
      accountId,
      'action_field',
      actionFieldId,
    );
    const [row] = await this.database.query<{ field: WorkspaceActionField }[]>(
      `SELECT ${ACTION_FIELD_AS_JSON} AS field
       FROM action_field f JOIN topic t ON t.id = f.topic_id JOIN learning_loop l ON l.id = f.loop_id
       WHERE f.id = $1 AND f.programme_id = $2`,
      [actionFieldId, scope?.programmeId ?? null],
    );
    return row?.field ?? null;
  }
}
