import type { LocalDay } from '#domain/shared/local-day.js';
import type { SqlReader } from './sql-reader.js';

/** What a call says to those who may answer it. */
export type OpenCall = {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  /** In Markdown. */
  readonly text: string;
  readonly opensOn: LocalDay;
  /** Last day on which it can be answered. */
  readonly closesOn: LocalDay;
  readonly seats: number;
  /** Least length of a term, in loops. */
  readonly minimumTerm: number;
  /** Number of the loop with which the terms begin. */
  readonly firstLoop: number;
  readonly qualifications: readonly string[];
  readonly questions: readonly { readonly id: string; readonly text: string }[];
};

/** SQL: a call `c` as an OpenCall in JSON; `firstLoop` is where the number of its first loop stands. */
export const callAsJson = (
  firstLoop: string,
): string => `json_build_object('id', c.id, 'key', c.key, 'title', c.title, 'text', c.text, 'opensOn', c.opens_on,
  'closesOn', c.closes_on, 'seats', c.seats, 'minimumTerm', c.minimum_term, 'firstLoop', ${firstLoop},
  'qualifications', c.qualifications, 'questions', c.questions)`;

/** Calls that can be answered today, as anyone may read them. One statement a method. */
export class OpenCallsReader {
  constructor(
    private readonly database: SqlReader,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** The open call of each of the published programmes that has one. */
  ofProgrammes(
    programmeIds: readonly string[],
  ): Promise<{ readonly programmeId: string; readonly call: OpenCall }[]> {
    return this.database.query<{ programmeId: string; call: OpenCall }[]>(
      `SELECT DISTINCT ON (c.programme_id) c.programme_id AS "programmeId", ${callAsJson('c.first_loop')} AS call
       FROM published_call c JOIN published_programme p ON p.id = c.programme_id
       WHERE c.programme_id = ANY ($1) AND c.closes_on >= ($2::timestamptz AT TIME ZONE p.time_zone)::date
       ORDER BY c.programme_id, c.closes_on, c.id`,
      [programmeIds, this.now()],
    );
  }
}
