import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { textUpTo } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';
import { AccountEntity } from './account.entity.js';

/** How an account proves who it is: what an issuer calls it. Never found by its e-mail address alone. */
@Entity('identity')
@Check('identity_issuer_length', textUpTo('issuer', LIMITS.address))
@Check('identity_subject_length', textUpTo('subject', LIMITS.address))
@Check('identity_verified_email_length', textUpTo('verified_email', LIMITS.address))
@Index('identity_by_account', ['accountId'])
export class IdentityEntity {
  /** The provider's `iss`; `email` for links by e-mail, `demonstration` for the demonstration's people. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'identity_pkey' }) issuer!: string;
  /** The provider's `sub`; the address in small letters for links by e-mail. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'identity_pkey' }) subject!: string;
  /** The address that the issuer verified at the last sign-in, by `emailKey`; null where it verified none. */
  @Column('text', { name: 'verified_email', nullable: true }) verifiedEmail!: string | null;
  @ForeignKey(() => AccountEntity, { name: 'identity_account_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'account_id' })
  accountId!: string;
  @Column('timestamptz', { name: 'last_used_at', default: () => 'now()' }) lastUsedAt!: Date;
}
