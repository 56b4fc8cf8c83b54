import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.js';

/** A link by which somebody takes out the own data once; used, it is gone. Of its secret only the digest is kept. */
@Entity('take_out')
@Index('take_out_by_account', ['accountId'])
export class TakeOutEntity {
  /** SHA-256 of the secret, in hexadecimal digits. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'take_out_pkey' }) digest!: string;
  @ForeignKey(() => AccountEntity, { name: 'take_out_account_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'account_id' })
  accountId!: string;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
