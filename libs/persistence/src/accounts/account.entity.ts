import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone who can sign in; persons in any number of programmes belong to it. */
@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pkey' }) id!: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
