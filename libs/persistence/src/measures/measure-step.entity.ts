import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { STEP_STATES, type StepState } from '#domain/measures/measure.record.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { oneOf, textUpTo, TRANSLATIONS_ARE_AN_OBJECT } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';
import type { Translations } from '../shared/translations.js';
import { MeasureEntity } from './measure.entity.js';

/** An ordered part of a measure. */
@Entity('measure_step')
@Unique('measure_step_position_unique', ['measureId', 'position'], {
  deferrable: 'INITIALLY DEFERRED',
})
@Check('measure_step_text_length', textUpTo('text', LIMITS.text))
@Check('measure_step_stage_length', textUpTo('stage', LIMITS.title))
@Check('measure_step_drop_reason_length', textUpTo('drop_reason', LIMITS.text))
@Check('measure_step_state_known', oneOf('state', STEP_STATES))
@Check('measure_step_dropped_with_reason', `("state" = 'DROPPED') = ("drop_reason" IS NOT NULL)`)
@Check('measure_step_done_day_when_done', `"state" = 'DONE' OR "done_day" IS NULL`)
@Check('measure_step_translations_object', TRANSLATIONS_ARE_AN_OBJECT)
export class MeasureStepEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'measure_step_pkey' }) id!: string;
  @ForeignKey(() => MeasureEntity, { name: 'measure_step_measure_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'measure_id' })
  measureId!: string;
  /** From 0, without gaps. */
  @Column('int') position!: number;
  @Column('text') text!: string;
  /** Name of the stage of a staged roll-out that the step belongs to. */
  @Column('text', { nullable: true }) stage!: string | null;
  @Column('date', { name: 'due_day', nullable: true }) dueDay!: LocalDay | null;
  @Column('text', { default: 'OPEN' }) state!: StepState;
  @Column('date', { name: 'done_day', nullable: true }) doneDay!: LocalDay | null;
  @Column('text', { name: 'drop_reason', nullable: true }) dropReason!: string | null;
  @Column('jsonb', { default: {} }) translations!: Translations;
}
