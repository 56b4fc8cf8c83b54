import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ApplicationEntity } from '../calls/application.entity.js';
import { textUpTo } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';

/** A link that signs one in once, and may confirm an application. Of its secret only the digest is kept. */
@Entity('sign_in_link')
@Unique('sign_in_link_digest_unique', ['digest'])
@Check('sign_in_link_email_length', textUpTo('email', LIMITS.name))
@Check('sign_in_link_return_length', textUpTo('return_to', LIMITS.address))
@Check(
  'sign_in_link_application_whole',
  `("application_id" IS NULL) = ("application_version" IS NULL)`,
)
@Index('sign_in_link_by_expiry', ['expiresAt'])
@Index('sign_in_link_by_application', ['applicationId'])
export class SignInLinkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_link_pkey' }) id!: string;
  /** SHA-256 of the secret, in hexadecimal digits. */
  @Column('text') digest!: string;
  @Column('text') email!: string;
  /** An address of this installation's own, beginning with one slash. */
  @Column('text', { name: 'return_to' }) returnTo!: string;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
  /** The application that the link confirms … */
  @ForeignKey(() => ApplicationEntity, {
    name: 'sign_in_link_application_fkey',
    onDelete: 'CASCADE',
  })
  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId!: string | null;
  /** … as long as it says what it said when the link was asked for. */
  @Column('int', { name: 'application_version', nullable: true })
  applicationVersion!: number | null;
}
