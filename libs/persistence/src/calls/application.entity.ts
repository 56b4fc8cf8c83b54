import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  Unique,
  VersionColumn,
} from 'typeorm';
import {
  APPLICATION_NEWS,
  APPLICATION_STATES,
  type ApplicationNews,
  type ApplicationState,
} from '#domain/calls/call.record.js';
import { MAIL_LANGUAGES, type MailLanguage } from '#domain/mail/mail-kind.js';
import { AccountEntity } from '../accounts/account.entity.js';
import { oneOf, textUpTo } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';
import { VolunteerCallEntity } from './volunteer-call.entity.js';

/** One person's answer to a call. Private: the applicant's and the circle's. */
@Entity('application')
// One of each address, as addresses are compared: an index on an expression, which the migration makes.
@Index('application_address_unique', { synchronize: false })
@Unique('application_account_unique', ['accountId', 'callId'])
@Check('application_state_known', oneOf('state', APPLICATION_STATES))
@Check('application_language_known', oneOf('language', MAIL_LANGUAGES))
@Check('application_told_known', oneOf('told', APPLICATION_NEWS))
@Check('application_name_length', textUpTo('name', LIMITS.name))
@Check('application_email_length', textUpTo('email', LIMITS.name))
@Check('application_motivation_length', textUpTo('motivation', LIMITS.text))
@Check('application_note_length', textUpTo('note', LIMITS.text))
@Check('application_reason_length', textUpTo('reason', LIMITS.text))
@Check(
  'application_answers_object',
  `jsonb_typeof("answers") = 'object' AND char_length("answers"::text) <= 100000`,
)
@Check(
  'application_lists',
  `cardinality("qualifications") <= 50 AND cardinality("topic_ids") <= 100`,
)
@Check('application_rank_of_waitlisted', `("rank" IS NOT NULL) = ("state" = 'WAITLISTED')`)
@Check('application_consent_complete', `("consent_version" IS NULL) = ("consent_at" IS NULL)`)
export class ApplicationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_pkey' }) id!: string;
  @ForeignKey(() => VolunteerCallEntity, { name: 'application_call_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'call_id' })
  callId!: string;
  /** Who has proved to be the applicant; null until the address is confirmed. */
  @ForeignKey(() => AccountEntity, { name: 'application_account_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: string | null;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('text', { default: 'RECEIVED' }) state!: ApplicationState;
  @Column('text', { nullable: true }) motivation!: string | null;
  /** Those of the call's qualifications that fit. */
  @Column('text', { array: true, default: () => `'{}'` }) qualifications!: readonly string[];
  /** The topics that the applicant would like to guide. */
  @Column('uuid', { name: 'topic_ids', array: true, default: () => `'{}'` })
  topicIds!: readonly string[];
  /** Number of the last loop that the applicant offers; null for the call's minimum. */
  @Column('int', { name: 'last_loop', nullable: true }) lastLoop!: number | null;
  /** By the id of a question of the call. */
  @Column('jsonb', { default: {} }) answers!: Readonly<Record<string, string>>;
  /** Version of the text that the applicant agreed to. */
  @Column('text', { name: 'consent_version', nullable: true }) consentVersion!: string | null;
  @Column('timestamptz', { name: 'consent_at', nullable: true }) consentAt!: Date | null;
  /** When the address was proved; until then it is nobody's application, and is erased after three days. */
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  /** Place on the waitlist, from 1. */
  @Column('int', { nullable: true }) rank!: number | null;
  /** Only the circle reads it. */
  @Column('text', { nullable: true }) note!: string | null;
  /** Why it was declined; the applicant reads it. */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  /** Of the page on which it was written; null where no page was. */
  @Column('text', { nullable: true }) language!: MailLanguage | null;
  /** What the applicant was told last, by mail. */
  @Column('text', { nullable: true }) told!: ApplicationNews | null;
  @VersionColumn({ default: 1 }) version!: number;
}
