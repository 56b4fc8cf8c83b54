import { stateOn, type CallFacts, type CallState } from '#domain/calls/call.record.js';
import { availableCallMoves, type AvailableCallMove } from '#domain/calls/decide-call.js';
import { actsForCircle } from '#domain/people/actor.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import type { CallQuestion } from '#persistence/calls/volunteer-call.entity.js';
import type { SqlReader } from '../published/sql-reader.js';
import { enterBy } from '../workspace/enter-by.js';
import type { WorkspaceReader, WorkspaceScope } from '../workspace/workspace-reader.js';

/** How many confirmed applications to a call there are in each state. */
export type ApplicationCounts = {
  readonly received: number;
  readonly chosen: number;
  readonly waitlisted: number;
  readonly declined: number;
  readonly withdrawn: number;
};

/** A call as a workspace shows it, with the scope in which it was read. */
export type WorkspaceCall = {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly text: string | null;
  readonly opensOn: LocalDay | null;
  readonly closesOn: LocalDay | null;
  readonly seats: number | null;
  readonly minimumTerm: number | null;
  readonly firstLoopId: string | null;
  /** Number of that loop. */
  readonly firstLoop: number | null;
  readonly qualifications: readonly string[];
  readonly questions: readonly CallQuestion[];
  /** By its day included. */
  readonly state: CallState;
  readonly closedReason: string | null;
  readonly decidedAt: Date | null;
  readonly version: number;
  readonly moves: readonly AvailableCallMove[];
  /** Null for whoever doesn't choose. */
  readonly counts: ApplicationCounts | null;
  readonly scope: WorkspaceScope;
};

type Row = Omit<WorkspaceCall, 'moves' | 'counts' | 'scope'> & {
  readonly counts: ApplicationCounts;
  readonly otherOpen: boolean;
};

/** A workspace shows no more; nobody has had as many calls. */
const MOST_CALLS = 100;

const counted = (state: string): string => `count(*) FILTER (WHERE a.state = '${state}')`;

/** Volunteer calls as a workspace shows them. One statement a method. */
export class CallsReader {
  constructor(
    private readonly database: SqlReader,
    private readonly workspaces: WorkspaceReader,
  ) {}

  /** All calls, newest first. */
  calls(scope: WorkspaceScope): Promise<WorkspaceCall[]> {
    return this.#read(scope, null, null);
  }

  /** The call of a key; null when there is none. */
  async call(scope: WorkspaceScope, key: string): Promise<WorkspaceCall | null> {
    return (await this.#read(scope, key, null))[0] ?? null;
  }

  /** A call that an account has just written; null when it may not see it any more. */
  async written(accountId: string, callId: string): Promise<WorkspaceCall | null> {
    const scope = await enterBy(
      this.database,
      this.workspaces,
      accountId,
      'volunteer_call',
      callId,
    );
    return scope && ((await this.#read(scope, null, callId))[0] ?? null);
  }

  async #read(
    scope: WorkspaceScope,
    key: string | null,
    id: string | null,
  ): Promise<WorkspaceCall[]> {
    const rows = await this.database.query<Row[]>(
      `SELECT c.id, c.key, c.title, c.text, c.opens_on AS "opensOn", c.closes_on AS "closesOn", c.seats,
         c.minimum_term AS "minimumTerm", c.first_loop_id AS "firstLoopId", l.number AS "firstLoop",
         c.qualifications, c.questions, c.state, c.closed_reason AS "closedReason", c.decided_at AS "decidedAt",
         c.version, n.counts,
         EXISTS (SELECT FROM volunteer_call o WHERE o.programme_id = c.programme_id AND o.id <> c.id
           AND o.state = 'OPEN' AND o.closes_on >= $4) AS "otherOpen"
       FROM volunteer_call c LEFT JOIN learning_loop l ON l.id = c.first_loop_id,
         LATERAL (SELECT json_build_object('received', ${counted('RECEIVED')}, 'chosen', ${counted('CHOSEN')},
           'waitlisted', ${counted('WAITLISTED')}, 'declined', ${counted('DECLINED')},
           'withdrawn', ${counted('WITHDRAWN')}) AS counts
           FROM application a WHERE a.call_id = c.id AND a.confirmed_at IS NOT NULL) n
       WHERE c.programme_id = $1 AND ($2::text IS NULL OR c.key = $2) AND ($3::uuid IS NULL OR c.id = $3)
       ORDER BY c.id DESC LIMIT ${MOST_CALLS}`,
      [scope.programmeId, key, id, scope.today],
    );
    return rows.map((row) => callSeen(row, scope));
  }
}

function callSeen({ otherOpen, counts, ...row }: Row, scope: WorkspaceScope): WorkspaceCall {
  const { actor, today } = scope;
  const facts: CallFacts = { ...row, otherOpen, undecided: counts.received };
  return {
    ...row,
    state: stateOn(facts, today),
    moves: availableCallMoves(facts, actor, today),
    counts: actsForCircle(actor) ? counts : null,
    scope,
  };
}
