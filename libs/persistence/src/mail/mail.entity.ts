import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import {
  MAIL_KINDS,
  MAIL_LANGUAGES,
  type MailKind,
  type MailLanguage,
} from '#domain/mail/mail-kind.js';
import { PersonEntity } from '../people/person.entity.js';
import { ProgrammeEntity } from '../programmes/programme.entity.js';
import { oneOf, textUpTo } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';

/** A mail that is to be sent, was sent, or could not be. Its job in the queue has the cause as its key. */
@Entity('mail')
@Unique('mail_cause_unique', ['cause'])
@Check('mail_cause_length', textUpTo('cause', LIMITS.name))
@Check('mail_address_length', textUpTo('address', LIMITS.name))
@Check('mail_kind_known', oneOf('kind', MAIL_KINDS))
@Check('mail_language_known', oneOf('language', MAIL_LANGUAGES))
// Written out, a control character takes six: the longest text of them and two titles fit.
@Check(
  'mail_values_bounded',
  `jsonb_typeof("values") = 'object' AND char_length("values"::text) <= 70000`,
)
@Check('mail_last_error_length', textUpTo('last_error', LIMITS.name))
@Check('mail_ends_once', '"sent_at" IS NULL OR "failed_at" IS NULL')
@Index('mail_by_programme', ['programmeId', 'createdAt'])
@Index('mail_by_person', ['personId'])
@Index('mail_by_digest', ['digestId'])
@Index('mail_by_creation', ['createdAt'])
export class MailEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_pkey' }) id!: string;
  /** What caused it, for whom, such as `measure-offered:<measure>:<version>:<person>`: no two mails for one. */
  @Column('text') cause!: string;
  @ForeignKey(() => ProgrammeEntity, { name: 'mail_programme_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'programme_id', nullable: true })
  programmeId!: string | null;
  /** Null for readers who are no person of the programme, such as applicants. */
  @ForeignKey(() => PersonEntity, { name: 'mail_person_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;
  @Column('text') address!: string;
  @Column('text') language!: MailLanguage;
  @Column('text') kind!: MailKind;
  /** What the texts name; emptied once the mail is sent. */
  @Column('jsonb', { default: {} }) values!: Readonly<Record<string, string | number>>;
  /** Whether it waits for the reader's daily mail. */
  @Column('boolean', { default: false }) gathered!: boolean;
  /** The daily mail that tells of it. */
  @ForeignKey(() => MailEntity, { name: 'mail_digest_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'digest_id', nullable: true })
  digestId!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('int', { default: 0 }) attempts!: number;
  /** In few words and without addresses, from the last attempt that failed. */
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null;
  /** The same at each attempt. */
  @Column('text', { name: 'message_id', nullable: true }) messageId!: string | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  /** When it was given up. */
  @Column('timestamptz', { name: 'failed_at', nullable: true }) failedAt!: Date | null;
}
