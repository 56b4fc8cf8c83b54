import { RETENTION_DAYS, type RetentionRule } from '#domain/personal-data/retention-days.js';
import { emailKeyOf } from '../shared/email-key-of.js';

/**
 * Which data the system keeps, why, and for how long: every column of every table. docs/personal-data.md is printed
 * from it (`npm run print:personal-data`), a test compares it with the database, and the take-out reads it. A new
 * column gets its place in `columns` of its table, and a new table an entry of its own; a personal column of a person
 * needs a label in libs/ui/src/messages/own-data-{de,en}.ts, too.
 */

/**
 * PUBLIC: anyone may read it once it is published. INTERNAL: about the work and nobody in particular. PERSONAL: about
 * a person. SECRET: opens something, and is shown to nobody.
 */
export const DATA_CLASSES = ['PUBLIC', 'INTERNAL', 'PERSONAL', 'SECRET'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** Why data may be processed, in general words; each organisation names its own law with it. */
export const LEGAL_GROUNDS = {
  TASK: 'Art. 6 (1) e GDPR: a task in the public interest, the transformation of the organisation',
  CONSENT: 'Art. 6 (1) a GDPR: consent, which can be taken back at any time',
  SECURITY: 'Art. 6 (1) e with Art. 32 GDPR: the safe running of the system',
  ACCOUNTABILITY: 'Art. 6 (1) c with Art. 5 (2) GDPR: the duty to show what is done with data',
  NOBODY: 'not about a person',
} as const;
export type LegalGround = keyof typeof LEGAL_GROUNDS;

/** What ends the keeping: the programme, the erasure of the person, or a rule of the daily retention. */
export type Retention = 'PROGRAMME' | 'PERSON' | 'SYSTEM' | RetentionRule;

export const RETENTION_TEXTS: Readonly<Record<Retention, string>> = {
  PROGRAMME: 'as long as the programme is kept',
  PERSON: 'until the person is erased',
  SYSTEM: 'as long as the system runs',
  UNCONFIRMED_APPLICATIONS: daysAfter('UNCONFIRMED_APPLICATIONS', 'it came in'),
  APPLICATIONS: `as many days after the last day of the call as the programme sets (90 by default); ${RETENTION_DAYS.UNCONFIRMED_APPLICATIONS} days where the address wasn’t confirmed`,
  MAILS: `${daysAfter('MAILS', 'it was queued')}; what tells of an application goes with that; ${RETENTION_DAYS.UNCONFIRMED_APPLICATIONS} days where it asks to confirm an application, and none once such a mail is sent`,
  SIGN_IN_LINKS: daysAfter('SIGN_IN_LINKS', 'the link ended'),
  TAKE_OUTS: daysAfter('TAKE_OUTS', 'the link ended'),
  SESSIONS: 'until the session runs out',
  THROTTLES: 'until the count runs out, at most an hour',
  REQUEST_RECEIPTS: daysAfter('REQUEST_RECEIPTS', 'the request'),
  APPLICATION_ACCESS: daysAfter('APPLICATION_ACCESS', 'the look'),
  VOICE_ADDRESSES: `until it is answered; ${daysAfter('VOICE_ADDRESSES', 'it came in')}`,
  WITHDRAWN_IDEAS: daysAfter('WITHDRAWN_IDEAS', 'it came in'),
  DECLINED_IDEAS: `until the author is erased; where it is withdrawn ${daysAfter('WITHDRAWN_IDEAS', 'it came in')}, where it is declined ${daysAfter('DECLINED_IDEAS', 'that')}`,
  JOBS: `until the job is done; ${daysAfter('JOBS', 'it was given up')}`,
  IDLE_ACCOUNTS: `until the account is erased; ${daysAfter('IDLE_ACCOUNTS', 'the last sign-in where it is nobody')}`,
  RETENTION_RUNS: daysAfter('RETENTION_RUNS', 'the run'),
};

function daysAfter(rule: RetentionRule, what: string): string {
  const days = RETENTION_DAYS[rule];
  return `${days} ${days === 1 ? 'day' : 'days'} after ${what}`;
}

type Words = {
  readonly purpose: string;
  readonly ground: LegalGround;
  readonly retention: Retention;
};

/**
 * How the rows of a table are somebody's. In SQL: `r` is the row; `me` has their `account`, the `people` that they are,
 * the `addresses` that they have proved to have, and those that each programme knows them by: `known`, see `TO_ONESELF`.
 */
type OfPerson = {
  /** Whether the row is theirs. */
  readonly rows: string;
  /** What a column says, where that isn't all of it: ids and words of others are left out. */
  readonly shown?: Readonly<Record<string, string>>;
  /** What makes the row readable, by its name, such as the programme that it belongs to. */
  readonly context?: Readonly<Record<string, string>>;
};

export type TableEntry = Words & {
  /** With its schema where it isn't the system's own. */
  readonly table: string;
  /** Columns by class, each word one. */
  readonly columns: Readonly<Partial<Record<DataClass, string>>>;
  /** Columns for which other words hold than for their table. */
  readonly except?: Readonly<Record<string, Partial<Words>>>;
  /** Wanted where a column is personal. */
  readonly of?: OfPerson;
};

const RECORD: Pick<Words, 'ground' | 'retention'> = { ground: 'NOBODY', retention: 'PROGRAMME' };
const PROGRAMME_TITLE = (id: string): string =>
  `(SELECT pr.title FROM programme pr WHERE pr.id = ${id})`;
/** Readers and employees get to know only what is published of it. */
const PUBLISHED_TITLE = '(SELECT m.title FROM published_measure m WHERE m.id = r.measure_id)';
const MEASURE_TITLE = '(SELECT m.title FROM measure m WHERE m.id = r.measure_id)';
/** True where an id is the person's own, else null: an id of somebody else is theirs. */
const ONESELF = (column: string): string => `nullif(r.${column} = ANY (me.people), false)`;
/**
 * True where a row of this programme bears an address of theirs: a proved one, or one that the programme knows them by.
 * Somebody who is only said to have an address learns by that nothing from elsewhere.
 */
const TO_ONESELF = (address: string, programme: string): string =>
  `(${emailKeyOf(address)} = ANY (me.addresses) OR ${programme} || ':' || ${emailKeyOf(address)} = ANY (me.known))`;
const PROGRAMME_OF_CALL = '(SELECT c.programme_id FROM volunteer_call c WHERE c.id = r.call_id)';
const IS_DECIDED = `(SELECT c.state = 'DECIDED' FROM volunteer_call c WHERE c.id = r.call_id)`;
/** What the circle thinks of an application is told once the call is decided. */
const ONCE_DECIDED = (column: string): string => `CASE WHEN ${IS_DECIDED} THEN r.${column} END`;
const MADE_BY_ONESELF = 'r.actor_id = ANY (me.people)';
/** A value of the history without the ids of other people that it may be. */
const VALUE_OF_HISTORY = (column: string): string =>
  `CASE WHEN r.${column} !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' OR r.${column} = ANY (me.people::text[])
     THEN r.${column} END`;

export const INVENTORY: readonly TableEntry[] = [
  {
    table: 'programme',
    purpose: 'What the programme is and how it works; the contact is an office’s address',
    ...RECORD,
    columns: {
      PUBLIC:
        'slug organisation title purpose contact_address default_language time_zone accessibility_text privacy_text translations words published',
      INTERNAL:
        'id stale_after_days feedback_open ideas_open created_at version application_domains application_retention_days',
    },
  },
  {
    table: 'organisational_unit',
    purpose: 'Where people work and whom a next step may address',
    ...RECORD,
    columns: {
      PUBLIC: 'key name kind translations',
      INTERNAL: 'id programme_id parent_id position version',
    },
  },
  {
    table: 'strategic_goal',
    purpose: 'What measures serve',
    ...RECORD,
    columns: { PUBLIC: 'key title translations', INTERNAL: 'id programme_id position version' },
  },
  {
    table: 'learning_loop',
    purpose: 'The rounds of the programme',
    ...RECORD,
    columns: {
      PUBLIC: 'number start_day end_day stage',
      INTERNAL: 'id programme_id reflection recorded version',
    },
  },
  {
    table: 'topic',
    purpose: 'The threads of the programme',
    ...RECORD,
    columns: {
      PUBLIC: 'key title description translations',
      INTERNAL: 'id programme_id position version',
    },
  },
  {
    table: 'action_field',
    purpose: 'The questions asked of topics',
    ...RECORD,
    columns: {
      PUBLIC: 'key question translations',
      INTERNAL: 'id programme_id topic_id loop_id position version',
    },
  },
  {
    table: 'measure',
    purpose: 'What is done, and who answers for it',
    ...RECORD,
    ground: 'TASK',
    columns: {
      PUBLIC: 'key title description phase unit_id carried_from_id translations',
      INTERNAL:
        'id programme_id action_field_id loop_id success_criterion due_day stopped_in end_reason verdict lesson anchored_in no_next_step_needed recorded position last_activity_at version help_wanted decision_required_for',
      PERSONAL: 'owner_id owner_accepted checker_id commissioner_id commissioner_took_over',
    },
    except: {
      owner_id: { retention: 'PERSON' },
      checker_id: { retention: 'PERSON' },
      commissioner_id: { retention: 'PERSON' },
    },
    of: {
      rows: 'r.owner_id = ANY (me.people) OR r.checker_id = ANY (me.people) OR r.commissioner_id = ANY (me.people)',
      shown: {
        owner_id: ONESELF('owner_id'),
        checker_id: ONESELF('checker_id'),
        commissioner_id: ONESELF('commissioner_id'),
        owner_accepted: 'CASE WHEN r.owner_id = ANY (me.people) THEN r.owner_accepted END',
        commissioner_took_over:
          'CASE WHEN r.commissioner_id = ANY (me.people) THEN r.commissioner_took_over END',
      },
      context: { programme: PROGRAMME_TITLE('r.programme_id'), measure: 'r.title' },
    },
  },
  {
    table: 'measure_contributor',
    purpose: 'Who helps with a measure',
    ground: 'TASK',
    retention: 'PERSON',
    columns: { INTERNAL: 'measure_id', PERSONAL: 'person_id' },
    of: {
      rows: 'r.person_id = ANY (me.people)',
      shown: { person_id: ONESELF('person_id') },
      context: { measure: MEASURE_TITLE },
    },
  },
  {
    table: 'measure_guide',
    purpose: 'Who carries the process of a measure',
    ground: 'TASK',
    retention: 'PERSON',
    columns: { INTERNAL: 'measure_id', PERSONAL: 'person_id' },
    of: {
      rows: 'r.person_id = ANY (me.people)',
      shown: { person_id: ONESELF('person_id') },
      context: { measure: MEASURE_TITLE },
    },
  },
  {
    table: 'measure_goal',
    purpose: 'Which goals a measure serves',
    ...RECORD,
    columns: { PUBLIC: 'measure_id goal_id' },
  },
  {
    table: 'measure_step',
    purpose: 'The steps of measures',
    ...RECORD,
    columns: {
      PUBLIC: 'text stage due_day state translations',
      INTERNAL: 'id measure_id position done_day drop_reason',
    },
  },
  {
    table: 'result',
    purpose: 'What came out of measures',
    ...RECORD,
    columns: {
      PUBLIC: 'key text day state published_at translations',
      INTERNAL: 'id programme_id measure_id internal_reason position version',
    },
  },
  {
    table: 'result_attachment',
    purpose: 'Figures, files and videos of results',
    ...RECORD,
    columns: {
      PUBLIC: 'kind title address alternative_text transcript translations',
      INTERNAL: 'id result_id position',
    },
  },
  {
    table: 'next_step',
    purpose: 'What follows from measures, and for whom',
    ...RECORD,
    ground: 'TASK',
    columns: {
      PUBLIC: 'text due_from due_day state done_day addressee_unit_id translations',
      INTERNAL: 'id programme_id measure_id key position drop_reason became_measure_id decision_id',
      PERSONAL: 'addressee_person_id',
    },
    except: { addressee_person_id: { retention: 'PERSON' } },
    of: {
      rows: 'r.addressee_person_id = ANY (me.people)',
      shown: { addressee_person_id: ONESELF('addressee_person_id') },
      context: { measure: MEASURE_TITLE, text: 'r.text' },
    },
  },
  {
    table: 'decision',
    purpose: 'Rulings of bodies',
    ...RECORD,
    columns: { INTERNAL: 'id programme_id key body day point ruling note version' },
  },
  {
    table: 'decision_measure',
    purpose: 'Which measures a ruling is about',
    ...RECORD,
    columns: { INTERNAL: 'decision_id measure_id' },
  },
  {
    table: 'history_entry',
    purpose: 'Who changed what, when and why; of those who were erased, the fact without the name',
    ground: 'TASK',
    retention: 'PROGRAMME',
    columns: {
      INTERNAL: 'id programme_id subject subject_id part_id at way field version',
      PERSONAL: 'actor_id from_value to_value reason',
    },
    except: { actor_id: { retention: 'PERSON' } },
    of: {
      rows: `${MADE_BY_ONESELF} OR (r.subject = 'PERSON' AND r.subject_id = ANY (me.people))`,
      shown: {
        actor_id: ONESELF('actor_id'),
        from_value: VALUE_OF_HISTORY('from_value'),
        to_value: VALUE_OF_HISTORY('to_value'),
        // What others wrote is theirs.
        reason: `CASE WHEN ${MADE_BY_ONESELF} THEN r.reason END`,
      },
      context: {
        programme: PROGRAMME_TITLE('r.programme_id'),
        at: 'r.at',
        record: 'r.subject',
        field: 'r.field',
      },
    },
  },
  {
    table: 'person',
    purpose: 'Who takes part in a programme, as what, and how to reach them',
    ground: 'TASK',
    retention: 'PERSON',
    columns: {
      INTERNAL: 'programme_id position version',
      PERSONAL:
        'id key name email unit_id role public_name term_first_loop term_last_loop account_id blocked_at mail_choice mail_language',
    },
    except: {
      public_name: {
        purpose: 'How much of the name public pages may show, in four grades',
        ground: 'CONSENT',
      },
    },
    of: {
      rows: 'r.id = ANY (me.people)',
      shown: {
        unit_id: '(SELECT u.name FROM organisational_unit u WHERE u.id = r.unit_id)',
      },
      context: { programme: PROGRAMME_TITLE('r.programme_id') },
    },
  },
  {
    table: 'account',
    purpose: 'Somebody who can sign in',
    ground: 'SECURITY',
    retention: 'IDLE_ACCOUNTS',
    columns: { PERSONAL: 'id created_at' },
    of: { rows: 'r.id = me.account' },
  },
  {
    table: 'identity',
    purpose: 'How somebody proves who they are: what a provider calls them, or the address',
    ground: 'SECURITY',
    retention: 'IDLE_ACCOUNTS',
    columns: { PERSONAL: 'issuer subject verified_email account_id last_used_at' },
    of: { rows: 'r.account_id = me.account' },
  },
  {
    table: 'session',
    purpose: 'Who is signed in in which browser',
    ground: 'SECURITY',
    retention: 'SESSIONS',
    columns: { PERSONAL: 'expire', SECRET: 'sid sess' },
    of: { rows: `r.sess ->> 'accountId' = me.account::text` },
  },
  {
    table: 'sign_in_link',
    purpose: 'Links that sign somebody in once, and may confirm an application',
    ground: 'SECURITY',
    retention: 'SIGN_IN_LINKS',
    columns: {
      INTERNAL: 'id application_version',
      PERSONAL: 'email return_to expires_at used_at application_id',
      SECRET: 'digest',
    },
    of: { rows: 'r.email = ANY (me.addresses)' },
  },
  {
    table: 'request_receipt',
    purpose: 'That a request was carried out, so that the same one sent again does no harm',
    ground: 'SECURITY',
    retention: 'REQUEST_RECEIPTS',
    columns: { INTERNAL: 'request_id answer', PERSONAL: 'account_id at', SECRET: 'digest' },
    of: { rows: 'r.account_id = me.account' },
  },
  {
    table: 'take_out',
    purpose: 'Links by which somebody takes out the own data once',
    ground: 'ACCOUNTABILITY',
    retention: 'TAKE_OUTS',
    columns: { PERSONAL: 'account_id expires_at', SECRET: 'digest' },
    of: { rows: 'r.account_id = me.account' },
  },
  {
    table: 'retention_run',
    purpose: 'What the daily retention erased: of which kind how many, without names',
    ground: 'ACCOUNTABILITY',
    retention: 'RETENTION_RUNS',
    columns: { INTERNAL: 'id rule programme_id count at' },
  },
  {
    table: 'published_success',
    purpose:
      'Successes as the public reads them, kept ready; with the names that consent lets be shown',
    ...RECORD,
    columns: {
      PUBLIC:
        'text day published_at translations measure_key measure_title measure_description phase measure_translations question action_field_translations topic_key topic_title topic_translations loop_number loop_stage search_text steps next_steps guides goals attachments continued_from continued_in',
      INTERNAL:
        'id programme_id measure_id position unit_id measure_position action_field_id action_field_position topic_id topic_position loop_id',
    },
  },
  {
    table: 'published_feed_node',
    purpose: 'The same successes as an answer to programs, kept ready',
    ...RECORD,
    columns: { PUBLIC: 'node language published_at', INTERNAL: 'id programme_id original' },
  },
  {
    table: 'published_topic_summary',
    purpose: 'How many successes a topic has, and in which loops, kept ready',
    ...RECORD,
    columns: { PUBLIC: 'key position success_count path', INTERNAL: 'topic_id programme_id' },
  },
  {
    table: 'published_loop_progress',
    purpose: 'How many measures of a loop stand in which phase, kept ready',
    ...RECORD,
    columns: { PUBLIC: 'counts', INTERNAL: 'loop_id programme_id' },
  },
  {
    table: 'publication',
    purpose: 'A number for each programme that grows when the public would see something else',
    ...RECORD,
    columns: { INTERNAL: 'programme_id version' },
  },
  {
    table: 'public_change',
    purpose: 'Which records a transaction has changed; empty when it ends',
    ground: 'NOBODY',
    retention: 'SYSTEM',
    columns: { INTERNAL: 'kind id programme_id' },
  },
  {
    table: 'throttle',
    purpose: 'How often an address or a network asked for links; only a digest of it is kept',
    ground: 'SECURITY',
    retention: 'THROTTLES',
    columns: { PERSONAL: 'points expire', SECRET: 'key' },
    of: {
      rows: `r.key = ANY (SELECT 'sign-in-address:' ||
        translate(encode(sha256(convert_to(a, 'UTF8')), 'base64'), '+/=', '-_') FROM unnest(me.addresses) a)`,
    },
  },
  {
    table: 'volunteer_call',
    purpose: 'Calls for transformation guides',
    ...RECORD,
    columns: {
      PUBLIC:
        'key title text opens_on closes_on seats minimum_term first_loop_id qualifications questions',
      INTERNAL: 'id programme_id state closed_reason decided_at version',
    },
  },
  {
    table: 'application',
    purpose: 'Answers to a call, to choose guides by; only the applicant and the circle read them',
    ground: 'CONSENT',
    retention: 'APPLICATIONS',
    columns: {
      INTERNAL: 'call_id version',
      PERSONAL:
        'id account_id name email state motivation qualifications topic_ids last_loop answers consent_version consent_at confirmed_at rank note reason received_at language told',
    },
    except: {
      note: { purpose: 'What the circle notes while it chooses', ground: 'TASK' },
      consent_version: { purpose: 'Which text was agreed to', ground: 'ACCOUNTABILITY' },
      consent_at: { purpose: 'When it was agreed to', ground: 'ACCOUNTABILITY' },
    },
    of: {
      rows: `r.account_id = me.account
        OR (r.account_id IS NULL AND ${TO_ONESELF('r.email', PROGRAMME_OF_CALL)})`,
      shown: {
        state: `CASE WHEN ${IS_DECIDED} OR r.state = 'WITHDRAWN' THEN r.state ELSE 'RECEIVED' END`,
        rank: ONCE_DECIDED('rank'),
        note: ONCE_DECIDED('note'),
        reason: ONCE_DECIDED('reason'),
        topic_ids: `(SELECT array_agg(t.title ORDER BY t.position) FROM topic t WHERE t.id = ANY (r.topic_ids))`,
      },
      context: { call: '(SELECT c.title FROM volunteer_call c WHERE c.id = r.call_id)' },
    },
  },
  {
    table: 'voice_theme',
    purpose: 'Themes by which readers’ voices are sorted',
    ...RECORD,
    columns: { PUBLIC: 'name', INTERNAL: 'id programme_id' },
  },
  {
    table: 'voice',
    purpose: 'What readers ask and say of successes; the address is kept until it is answered',
    ground: 'CONSENT',
    retention: 'PROGRAMME',
    columns: {
      INTERNAL:
        'id programme_id measure_id kind language state theme_id led_to_id in_public reason version',
      PERSONAL:
        'text email consent_version consent_at received_at answer answered_at answered_by_id',
    },
    except: { email: { retention: 'VOICE_ADDRESSES' }, answered_by_id: { retention: 'PERSON' } },
    of: {
      rows: `${TO_ONESELF('r.email', 'r.programme_id')} OR r.answered_by_id = ANY (me.people)`,
      shown: {
        // Of a voice that one has answered, what somebody else has said is theirs.
        ...Object.fromEntries(
          ['text', 'email', 'consent_version', 'consent_at', 'received_at'].map((column) => [
            column,
            `CASE WHEN ${TO_ONESELF('r.email', 'r.programme_id')} THEN r.${column} END`,
          ]),
        ),
        answered_by_id: ONESELF('answered_by_id'),
      },
      context: { measure: PUBLISHED_TITLE },
    },
  },
  {
    table: 'thanks',
    purpose: 'Sentences of thanks to the people of a measure, with who has given them',
    ground: 'TASK',
    retention: 'PERSON',
    columns: { INTERNAL: 'id programme_id measure_id', PERSONAL: 'person_id text at' },
    of: {
      rows: 'r.person_id = ANY (me.people)',
      shown: { person_id: ONESELF('person_id') },
      context: { measure: PUBLISHED_TITLE },
    },
  },
  {
    table: 'idea',
    purpose: 'What employees propose; only the author and the workspace read it',
    ground: 'CONSENT',
    retention: 'DECLINED_IDEAS',
    columns: {
      INTERNAL: 'programme_id measure_id version',
      PERSONAL:
        'id account_id name email title text topic_id state reason created_at acknowledged_by_id acknowledged_at answered_by_id answered_at',
    },
    except: {
      acknowledged_by_id: { purpose: 'Who of the circle has acknowledged it', ground: 'TASK' },
      answered_by_id: { purpose: 'Who of the circle has answered it', ground: 'TASK' },
    },
    of: {
      rows: 'r.account_id = me.account OR r.acknowledged_by_id = ANY (me.people) OR r.answered_by_id = ANY (me.people)',
      shown: {
        // Of an idea that one has answered, what somebody else has written is theirs.
        ...Object.fromEntries(
          ['id', 'account_id', 'name', 'email', 'title', 'text', 'state', 'created_at'].map(
            (column) => [column, `CASE WHEN r.account_id = me.account THEN r.${column} END`],
          ),
        ),
        topic_id:
          '(SELECT t.title FROM topic t WHERE t.id = r.topic_id AND r.account_id = me.account)',
        reason:
          'CASE WHEN r.account_id = me.account OR r.answered_by_id = ANY (me.people) THEN r.reason END',
        acknowledged_by_id: ONESELF('acknowledged_by_id'),
        answered_by_id: ONESELF('answered_by_id'),
      },
      context: { measure: PUBLISHED_TITLE },
    },
  },
  {
    table: 'application_access',
    purpose: 'Who has looked at the applications to a call',
    ground: 'ACCOUNTABILITY',
    retention: 'APPLICATION_ACCESS',
    columns: { INTERNAL: 'id call_id', PERSONAL: 'person_id at' },
    of: {
      rows: 'r.person_id = ANY (me.people)',
      shown: { person_id: ONESELF('person_id') },
      context: { call: '(SELECT c.title FROM volunteer_call c WHERE c.id = r.call_id)' },
    },
  },
  {
    table: 'mail',
    purpose: 'Mails that are to be sent or were sent; what they named is emptied at once',
    ground: 'TASK',
    retention: 'MAILS',
    columns: {
      INTERNAL: 'id programme_id gathered digest_id attempts last_error',
      PERSONAL:
        'cause person_id address language kind values created_at message_id sent_at failed_at',
    },
    of: {
      // What the circle was told of one's own is theirs.
      rows: `r.person_id = ANY (me.people) OR ${TO_ONESELF('r.address', 'r.programme_id')}
        OR (r.person_id IS NULL AND split_part(r.cause, ':', 2) IN (
          SELECT a.id::text FROM application a WHERE a.account_id = me.account
          UNION ALL SELECT i.id::text FROM idea i WHERE i.account_id = me.account))`,
      context: { programme: PROGRAMME_TITLE('r.programme_id') },
    },
  },
  {
    table: 'graphile_worker',
    purpose:
      'The queue of jobs, in a schema of its own: a job’s payload names the mail to send, or the address that a link to sign in goes to',
    ground: 'SECURITY',
    retention: 'JOBS',
    columns: { PERSONAL: 'payload' },
    of: { rows: `${emailKeyOf("(r.payload ->> 'email')")} = ANY (me.addresses)` },
  },
  {
    table: 'migrations',
    purpose: 'Which changes of the tables were made',
    ground: 'NOBODY',
    retention: 'SYSTEM',
    columns: { INTERNAL: 'id timestamp name' },
  },
];

/** The table that the jobs stand in; the rest of its schema names nobody. */
export const JOBS_TABLE = 'graphile_worker._private_jobs';

/** The columns of a class, in the order of the inventory. */
export function columnsOf(entry: TableEntry, ofClass: DataClass): string[] {
  return (entry.columns[ofClass] ?? '').split(' ').filter((column) => column !== '');
}
