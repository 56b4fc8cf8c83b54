import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { NEXT_STEP_STATES, type NextStepState } from '#domain/measures/measure.record.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { DecisionEntity } from '../decisions/decision.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { OrganisationalUnitEntity } from '../programmes/organisational-unit.entity.js';
import { ProgrammeEntity } from '../programmes/programme.entity.js';
import {
  KEY_IS_KEBAB_CASE,
  oneOf,
  textUpTo,
  TRANSLATIONS_ARE_AN_OBJECT,
} from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';
import type { Translations } from '../shared/translations.js';
import { MeasureEntity } from './measure.entity.js';

/** What follows from a measure; it can be ticked off after the loop's close. */
@Entity('next_step')
@Unique('next_step_key_unique', ['programmeId', 'key'])
@Unique('next_step_position_unique', ['measureId', 'position'], {
  deferrable: 'INITIALLY DEFERRED',
})
@Check('next_step_key_kebab', KEY_IS_KEBAB_CASE)
@Check('next_step_text_length', textUpTo('text', LIMITS.text))
@Check('next_step_drop_reason_length', textUpTo('drop_reason', LIMITS.text))
@Check('next_step_state_known', oneOf('state', NEXT_STEP_STATES))
@Check('next_step_dropped_with_reason', `("state" = 'DROPPED') = ("drop_reason" IS NOT NULL)`)
@Check(
  'next_step_became_measure',
  `("state" = 'BECAME_MEASURE') = ("became_measure_id" IS NOT NULL)`,
)
@Check('next_step_done_day_when_done', `"state" = 'DONE' OR "done_day" IS NULL`)
@Check('next_step_due_period', '"due_from" IS NULL OR "due_day" >= "due_from"')
@Check('next_step_one_addressee', '"addressee_unit_id" IS NULL OR "addressee_person_id" IS NULL')
@Check('next_step_translations_object', TRANSLATIONS_ARE_AN_OBJECT)
@Index('next_step_by_became_measure', ['becameMeasureId'])
@Index('next_step_by_decision', ['decisionId'])
export class NextStepEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'next_step_pkey' }) id!: string;
  @ForeignKey(() => ProgrammeEntity, { name: 'next_step_programme_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;
  @ForeignKey(() => MeasureEntity, { name: 'next_step_measure_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'measure_id' })
  measureId!: string;
  @Column('text') key!: string;
  @Column('int') position!: number;
  @Column('text') text!: string;
  /** First day of a due period; the last is `dueDay`. */
  @Column('date', { name: 'due_from', nullable: true }) dueFrom!: LocalDay | null;
  @Column('date', { name: 'due_day', nullable: true }) dueDay!: LocalDay | null;
  @ForeignKey(() => OrganisationalUnitEntity, { name: 'next_step_unit_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'addressee_unit_id', nullable: true })
  addresseeUnitId!: string | null;
  @ForeignKey(() => PersonEntity, { name: 'next_step_person_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'addressee_person_id', nullable: true })
  addresseePersonId!: string | null;
  @Column('text', { default: 'OPEN' }) state!: NextStepState;
  @Column('date', { name: 'done_day', nullable: true }) doneDay!: LocalDay | null;
  @Column('text', { name: 'drop_reason', nullable: true }) dropReason!: string | null;
  @ForeignKey(() => MeasureEntity, { name: 'next_step_became_measure_fkey', onDelete: 'RESTRICT' })
  @Column('uuid', { name: 'became_measure_id', nullable: true })
  becameMeasureId!: string | null;
  /** The decision that made it. */
  @ForeignKey(() => DecisionEntity, { name: 'next_step_decision_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'decision_id', nullable: true })
  decisionId!: string | null;
  @Column('jsonb', { default: {} }) translations!: Translations;
}
