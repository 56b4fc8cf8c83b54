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
  MAIL_CHOICES,
  MAIL_LANGUAGES,
  type MailChoice,
  type MailLanguage,
} from '#domain/mail/mail-kind.js';
import { PUBLIC_NAME_GRADES, type PublicNameGrade } from '#domain/measures/measure.record.js';
import { ROLES, type Role } from '#domain/people/role.js';
import { AccountEntity } from '../accounts/account.entity.js';
import { OrganisationalUnitEntity } from '../programmes/organisational-unit.entity.js';
import { ProgrammeEntity } from '../programmes/programme.entity.js';
import { KEY_IS_KEBAB_CASE, oneOf, textUpTo } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';

/** A person in one programme: roles and consent are per programme. */
@Entity('person')
@Unique('person_key_unique', ['programmeId', 'key'])
@Check('person_key_kebab', KEY_IS_KEBAB_CASE)
@Check('person_name_length', textUpTo('name', LIMITS.name))
@Check('person_email_length', textUpTo('email', LIMITS.name))
@Check('person_role_known', oneOf('role', ROLES))
@Check('person_public_name_known', oneOf('public_name', PUBLIC_NAME_GRADES))
@Check('person_mail_choice_known', oneOf('mail_choice', MAIL_CHOICES))
@Check('person_mail_language_known', oneOf('mail_language', MAIL_LANGUAGES))
@Check('person_term_from_one', '"term_first_loop" >= 1 AND "term_last_loop" >= "term_first_loop"')
@Check('person_term_complete', '("term_first_loop" IS NULL) = ("term_last_loop" IS NULL)')
@Index('person_by_unit', ['unitId'])
@Unique('person_account_unique', ['accountId', 'programmeId'])
export class PersonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pkey' }) id!: string;
  @ForeignKey(() => ProgrammeEntity, { name: 'person_programme_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;
  @Column('text') key!: string;
  @Column('text') name!: string;
  /** Never public. */
  @Column('text', { nullable: true }) email!: string | null;
  @ForeignKey(() => OrganisationalUnitEntity, { name: 'person_unit_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId!: string | null;
  @Column('text') role!: Role;
  /** The consent that the published views keep to. */
  @Column('text', { name: 'public_name', default: 'HIDDEN' }) publicName!: PublicNameGrade;
  /** First and last loop of a guide's term, as loop numbers. */
  @Column('int', { name: 'term_first_loop', nullable: true }) termFirstLoop!: number | null;
  @Column('int', { name: 'term_last_loop', nullable: true }) termLastLoop!: number | null;
  /** Who signs in as this person; null until the first sign-in. */
  @ForeignKey(() => AccountEntity, { name: 'person_account_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: string | null;
  /** Since when the person may do nothing in the programme; null when not blocked. */
  @Column('timestamptz', { name: 'blocked_at', nullable: true }) blockedAt!: Date | null;
  @Column('text', { name: 'mail_choice', default: 'AT_ONCE' }) mailChoice!: MailChoice;
  /** Of mails; null for the programme's. */
  @Column('text', { name: 'mail_language', nullable: true }) mailLanguage!: MailLanguage | null;
  @Column('int') position!: number;
  @VersionColumn({ default: 1 }) version!: number;
}
