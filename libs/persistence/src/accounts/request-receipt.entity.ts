import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity.js';

/** That a request was carried out, and what came of it: the same request sent again is answered, not repeated. */
@Entity('request_receipt')
@Index('request_receipt_by_instant', ['at'])
export class RequestReceiptEntity {
  @ForeignKey(() => AccountEntity, { name: 'request_receipt_account_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'request_receipt_pkey' })
  accountId!: string;
  /** Made by the client. */
  @PrimaryColumn('uuid', { name: 'request_id', primaryKeyConstraintName: 'request_receipt_pkey' })
  requestId!: string;
  /** SHA-256 of what was asked: another request under the same id is refused. */
  @Column('text') digest!: string;
  @Column('jsonb', { nullable: true }) answer!: unknown;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
