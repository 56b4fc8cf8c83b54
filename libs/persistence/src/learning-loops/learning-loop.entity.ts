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
import { LOOP_STAGES, type LoopStage } from '#domain/measures/measure.record.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { ProgrammeEntity } from '../programmes/programme.entity.js';
import { oneOf, textUpTo } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';

/** A numbered, time-boxed round of a programme. */
@Entity('learning_loop')
@Unique('learning_loop_number_unique', ['programmeId', 'number'])
@Unique('learning_loop_programme_unique', ['id', 'programmeId'])
@Index('learning_loop_one_running', ['programmeId'], { unique: true, where: `"stage" = 'RUNNING'` })
@Check('learning_loop_stage_known', oneOf('stage', LOOP_STAGES))
@Check('learning_loop_number_from_one', '"number" BETWEEN 1 AND 10000')
@Check('learning_loop_days_in_order', '"end_day" >= "start_day"')
@Check('learning_loop_reflection_length', textUpTo('reflection', LIMITS.text))
@Check(
  'learning_loop_closed_reflected',
  `"stage" <> 'CLOSED' OR "recorded" OR "reflection" IS NOT NULL`,
)
export class LearningLoopEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'learning_loop_pkey' }) id!: string;
  @ForeignKey(() => ProgrammeEntity, { name: 'learning_loop_programme_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;
  @Column('int') number!: number;
  @Column('date', { name: 'start_day', nullable: true }) startDay!: LocalDay | null;
  @Column('date', { name: 'end_day', nullable: true }) endDay!: LocalDay | null;
  @Column('text', { default: 'PLANNED' }) stage!: LoopStage;
  /** What was learned; not public. */
  @Column('text', { nullable: true }) reflection!: string | null;
  /** Closed before the records were kept here, so the reflection may be unknown. */
  @Column('boolean', { default: false }) recorded!: boolean;
  @VersionColumn({ default: 1 }) version!: number;
}
