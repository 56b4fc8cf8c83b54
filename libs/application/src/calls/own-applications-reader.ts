import { stateOn, type ApplicationState, type CallState } from '#domain/calls/call.record.js';
import {
  mayChangeApplication,
  mayWithdraw,
  stateForApplicant,
} from '#domain/calls/decide-application.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import type { SqlReader } from '../published/sql-reader.js';
import { callAsJson, type OpenCall } from '../published/open-calls-reader.js';
import { ANSWERS_AS_JSON, type QuestionAnswer } from './applicants-reader.js';
import { MAY_CONFIRM } from './confirm-applications.js';

/** An application as its applicant sees it: what the circle says only once the call is decided, and never its notes. */
export type OwnApplication = {
  readonly id: string;
  /** Slug of the programme. */
  readonly programme: string;
  readonly call: OpenCall;
  /** By its day included. */
  readonly callState: CallState;
  readonly name: string;
  readonly email: string;
  readonly state: ApplicationState;
  readonly motivation: string | null;
  readonly qualifications: readonly string[];
  readonly topicIds: readonly string[];
  readonly lastLoop: number | null;
  readonly answers: readonly QuestionAnswer[];
  readonly consentVersion: string | null;
  /** Why it was declined. */
  readonly reason: string | null;
  readonly receivedAt: Date;
  readonly mayChange: boolean;
  readonly mayWithdraw: boolean;
};

/** What somebody has written under an address that is the reader's, and nobody has confirmed. */
export type ApplicationToConfirm = Pick<
  OwnApplication,
  | 'id'
  | 'programme'
  | 'name'
  | 'email'
  | 'motivation'
  | 'qualifications'
  | 'topicIds'
  | 'lastLoop'
  | 'answers'
  | 'receivedAt'
> & { readonly version: number; readonly callId: string; readonly callTitle: string };

type Row = Omit<OwnApplication, 'mayChange' | 'mayWithdraw'> & { readonly today: LocalDay };

const MOST_APPLICATIONS = 100;

/** The applications of an account. One statement a method. */
export class OwnApplicationsReader {
  constructor(
    private readonly database: SqlReader,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** All of them, newest first. */
  list(accountId: string): Promise<OwnApplication[]> {
    return this.#read(accountId, null);
  }

  /** One of them; null when the account has none of this id. */
  async one(accountId: string, applicationId: string): Promise<OwnApplication | null> {
    return (await this.#read(accountId, applicationId))[0] ?? null;
  }

  /** Those under an address of the account that nobody has confirmed: somebody has written them, it may be another. */
  async toConfirm(accountId: string): Promise<ApplicationToConfirm[]> {
    return this.database.query<ApplicationToConfirm[]>(
      `SELECT a.id, a.version, p.slug AS programme, c.id AS "callId", c.title AS "callTitle", a.name, a.email,
         a.motivation, a.qualifications, a.topic_ids AS "topicIds", a.last_loop AS "lastLoop",
         ${ANSWERS_AS_JSON} AS answers, a.received_at AS "receivedAt"
       FROM application a JOIN volunteer_call c ON c.id = a.call_id JOIN programme p ON p.id = c.programme_id
       WHERE ${MAY_CONFIRM} ORDER BY a.received_at DESC, a.id DESC LIMIT ${MOST_APPLICATIONS}`,
      [accountId],
    );
  }

  async #read(accountId: string, id: string | null): Promise<OwnApplication[]> {
    const rows = await this.database.query<Row[]>(
      `SELECT a.id, p.slug AS programme, ${callAsJson('l.number')} AS call, c.state AS "callState",
         ($3::timestamptz AT TIME ZONE p.time_zone)::date AS today,
         a.name, a.email, a.state, a.motivation, a.qualifications, a.topic_ids AS "topicIds",
         a.last_loop AS "lastLoop", ${ANSWERS_AS_JSON} AS answers, a.consent_version AS "consentVersion",
         a.reason, a.received_at AS "receivedAt"
       FROM application a JOIN volunteer_call c ON c.id = a.call_id JOIN programme p ON p.id = c.programme_id
       JOIN learning_loop l ON l.id = c.first_loop_id
       WHERE a.account_id = $1 AND ($2::uuid IS NULL OR a.id = $2)
       ORDER BY a.received_at DESC, a.id DESC LIMIT ${MOST_APPLICATIONS}`,
      [accountId, id, this.now()],
    );
    return rows.map(({ today, ...row }) => {
      const callState = stateOn({ state: row.callState, closesOn: row.call.closesOn }, today);
      const facts = { state: row.state, callState };
      const state = stateForApplicant(facts);
      return {
        ...row,
        callState,
        state,
        reason: state === 'DECLINED' ? row.reason : null,
        mayChange: mayChangeApplication(facts),
        mayWithdraw: mayWithdraw(facts),
      };
    });
  }
}
