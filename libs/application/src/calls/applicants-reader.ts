import { v7 as uuidv7 } from 'uuid';
import { stateOn, type ApplicationState, type CallState } from '#domain/calls/call.record.js';
import { availableSelections, type Selection } from '#domain/calls/decide-application.js';
import { actsForCircle } from '#domain/people/actor.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { ok } from '#domain/shared/result.js';
import { emailKeyOf } from '#persistence/shared/email-key-of.js';
import type { SqlReader } from '../published/sql-reader.js';
import type { UnitOfWork } from '../shared/unit-of-work.js';
import { enterBy } from '../workspace/enter-by.js';
import type { WorkspaceTopic } from '../workspace/measure-rows.js';
import type { WorkspaceReader, WorkspaceScope } from '../workspace/workspace-reader.js';

/** What an applicant has answered to a question of the call. */
export type QuestionAnswer = {
  readonly questionId: string;
  readonly question: string;
  readonly text: string;
};

/** A confirmed application as the circle reads it. */
export type WorkspaceApplication = {
  readonly id: string;
  readonly callId: string;
  readonly name: string;
  readonly email: string;
  /** The applicant as a person of the programme; null for one who is none yet. */
  readonly personId: string | null;
  readonly state: ApplicationState;
  readonly motivation: string | null;
  readonly qualifications: readonly string[];
  readonly topics: readonly WorkspaceTopic[];
  /** Number of the last loop that the applicant offers; null for the least term. */
  readonly lastLoop: number | null;
  readonly answers: readonly QuestionAnswer[];
  readonly consentVersion: string | null;
  readonly consentAt: Date | null;
  /** Place on the waitlist, from 1. */
  readonly rank: number | null;
  readonly note: string | null;
  readonly reason: string | null;
  readonly receivedAt: Date;
  readonly version: number;
  /** What the circle may say of it as things stand. */
  readonly selections: readonly Selection[];
};

type Row = Omit<WorkspaceApplication, 'selections'> & {
  readonly callState: CallState;
  readonly closesOn: LocalDay | null;
  readonly seats: number;
  readonly chosen: number;
};

/** That somebody has looked at the applications of a call; without a name once that person has left. */
export type ApplicationAccess = {
  readonly id: string;
  readonly callId: string;
  readonly at: Date;
  readonly name: string | null;
};

const MOST_APPLICATIONS = 1_000;
const MOST_ACCESSES = 200;
const HOUR_MS = 3_600_000;

/** The answers that an application `a` gives to the questions of its call `c`, as JSON. */
export const ANSWERS_AS_JSON = `(SELECT coalesce(json_agg(json_build_object('questionId', q ->> 'id',
    'question', q ->> 'text', 'text', a.answers ->> (q ->> 'id')) ORDER BY place), '[]')
  FROM jsonb_array_elements(c.questions) WITH ORDINALITY AS asked(q, place)
  WHERE a.answers ->> (q ->> 'id') IS NOT NULL)`;

/** Applications for those who choose. Whoever reads them is recorded first, so that nobody reads them unseen. */
export class ApplicantsReader {
  constructor(
    private readonly database: SqlReader & UnitOfWork,
    private readonly workspaces: WorkspaceReader,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** The applications to calls of the scope's programme, in the order in which they came; none for who doesn't choose. */
  async ofCalls(
    scope: WorkspaceScope,
    callIds: readonly string[],
  ): Promise<WorkspaceApplication[]> {
    if (!actsForCircle(scope.actor)) return [];
    await this.#record(scope, callIds);
    return this.#read(scope, callIds, null);
  }

  /** An application that an account has just written about; null when it may not see it any more. */
  async written(accountId: string, applicationId: string): Promise<WorkspaceApplication | null> {
    const scope = await enterBy(
      this.database,
      this.workspaces,
      accountId,
      'application',
      applicationId,
    );
    if (scope === null || !actsForCircle(scope.actor)) return null;
    const [application] = await this.#read(scope, null, applicationId);
    if (application !== undefined) await this.#record(scope, [application.callId]);
    return application ?? null;
  }

  /** Who has looked at the applications of calls, newest first. The caller administers their programme. */
  accesses(callIds: readonly string[]): Promise<ApplicationAccess[]> {
    return this.database.query<ApplicationAccess[]>(
      `SELECT x.id, x.call_id AS "callId", x.at, p.name
       FROM unnest($1::uuid[]) AS wanted(id), LATERAL (SELECT * FROM application_access e
         WHERE e.call_id = wanted.id ORDER BY e.at DESC, e.id DESC LIMIT ${MOST_ACCESSES}) x
       LEFT JOIN person p ON p.id = x.person_id AND p.blocked_at IS NULL
       ORDER BY x.at DESC, x.id DESC`,
      [callIds],
    );
  }

  /** Once an hour for a person and call, also when the person looks from two windows at once. */
  async #record({ actor, programmeId }: WorkspaceScope, callIds: readonly string[]): Promise<void> {
    const { personId } = actor;
    const at = this.now();
    await this.database.run(async (em) => {
      await em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `application_access ${personId}`,
      ]);
      const seen = await em.query<{ id: string }[]>(
        `SELECT c.id FROM volunteer_call c WHERE c.programme_id = $1 AND c.id = ANY ($2)
           AND EXISTS (SELECT FROM application a WHERE a.call_id = c.id AND a.confirmed_at IS NOT NULL)
           AND NOT EXISTS (SELECT FROM application_access x
             WHERE x.call_id = c.id AND x.person_id = $3 AND x.at > $4)`,
        [programmeId, callIds, personId, new Date(at.getTime() - HOUR_MS)],
      );
      for (const { id: callId } of seen)
        await em.query(
          'INSERT INTO application_access (id, call_id, person_id, at) VALUES ($1, $2, $3, $4)',
          [uuidv7(), callId, personId, at],
        );
      return ok(null);
    });
  }

  async #read(
    { programmeId, actor, today }: WorkspaceScope,
    callIds: readonly string[] | null,
    id: string | null,
  ): Promise<WorkspaceApplication[]> {
    const rows = await this.database.query<Row[]>(
      `SELECT a.id, a.call_id AS "callId", a.name, a.email, a.state, a.motivation, a.qualifications,
         a.last_loop AS "lastLoop", a.consent_version AS "consentVersion", a.consent_at AS "consentAt", a.rank,
         a.note, a.reason, a.received_at AS "receivedAt", a.version, ${ANSWERS_AS_JSON} AS answers,
         (SELECT coalesce(json_agg(json_build_object('id', t.id, 'key', t.key, 'title', t.title,
             'description', t.description, 'version', t.version) ORDER BY t.position, t.id), '[]')
           FROM topic t WHERE t.id = ANY (a.topic_ids) AND t.programme_id = c.programme_id) AS topics,
         (SELECT p.id FROM person p WHERE p.programme_id = c.programme_id
             AND (p.account_id = a.account_id OR ${emailKeyOf('p.email')} = ${emailKeyOf('a.email')})
           ORDER BY p.account_id = a.account_id DESC NULLS LAST, p.position, p.id LIMIT 1) AS "personId",
         c.state AS "callState", c.closes_on AS "closesOn", c.seats,
         (SELECT count(*)::int FROM application o WHERE o.call_id = c.id AND o.state = 'CHOSEN') AS chosen
       FROM application a JOIN volunteer_call c ON c.id = a.call_id
       WHERE c.programme_id = $1 AND a.confirmed_at IS NOT NULL
         AND ($2::uuid[] IS NULL OR c.id = ANY ($2)) AND ($3::uuid IS NULL OR a.id = $3)
       ORDER BY a.received_at, a.id LIMIT ${MOST_APPLICATIONS}`,
      [programmeId, callIds, id],
    );
    return rows.map(({ callState, closesOn, seats, chosen, ...row }) => ({
      ...row,
      selections: availableSelections(
        {
          state: row.state,
          confirmed: true,
          callState: stateOn({ state: callState, closesOn }, today),
          seats,
          otherChosen: chosen - (row.state === 'CHOSEN' ? 1 : 0),
        },
        actor,
      ),
    }));
  }
}
