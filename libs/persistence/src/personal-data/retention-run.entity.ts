import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RETENTION_RULES, type RetentionRule } from '#domain/personal-data/retention-days.js';
import { ProgrammeEntity } from '../programmes/programme.entity.js';
import { oneOf } from '../shared/checks.js';

/** How many records of a kind the retention erased, and when. Names nobody. */
@Entity('retention_run')
@Check('retention_run_rule_known', oneOf('rule', RETENTION_RULES))
@Check('retention_run_count_from_zero', '"count" >= 0')
@Index('retention_run_newest', ['rule', 'at'])
export class RetentionRunEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'retention_run_pkey' }) id!: string;
  @Column('text') rule!: RetentionRule;
  /** Whose records they were; null for those that belong to no programme. */
  @ForeignKey(() => ProgrammeEntity, { name: 'retention_run_programme_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'programme_id', nullable: true })
  programmeId!: string | null;
  @Column('int') count!: number;
  @Column('timestamptz') at!: Date;
}
