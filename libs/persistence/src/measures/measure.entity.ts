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
import { VERDICTS, type Verdict } from '#domain/measures/measure.record.js';
import { PDCA_PHASES, type PdcaPhase } from '#domain/pdca/pdca-phase.js';
import type { LocalDay } from '#domain/shared/local-day.js';
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
import { ActionFieldEntity } from '../topics/action-field.entity.js';

/** What is done to answer an action field in its loop. */
@Entity('measure')
@Unique('measure_key_unique', ['programmeId', 'key'])
@Unique('measure_carried_from_unique', ['carriedFromId'])
@ForeignKey(() => ActionFieldEntity, ['actionFieldId', 'loopId'], ['id', 'loopId'], {
  name: 'measure_action_field_fkey',
  onDelete: 'CASCADE',
})
@Check('measure_key_kebab', KEY_IS_KEBAB_CASE)
@Check('measure_title_length', textUpTo('title', LIMITS.title))
@Check('measure_description_length', textUpTo('description', LIMITS.text))
@Check('measure_success_criterion_length', textUpTo('success_criterion', LIMITS.text))
@Check('measure_lesson_length', textUpTo('lesson', LIMITS.text))
@Check('measure_anchored_in_length', textUpTo('anchored_in', LIMITS.text))
@Check('measure_end_reason_length', textUpTo('end_reason', LIMITS.text))
@Check('measure_phase_known', oneOf('phase', PDCA_PHASES))
@Check('measure_stopped_in_known', oneOf('stopped_in', ['PLAN', 'DO', 'CHECK']))
@Check('measure_stopped_in_when_stopped', `"phase" = 'STOPPED' OR "stopped_in" IS NULL`)
@Check('measure_help_wanted_length', textUpTo('help_wanted', LIMITS.text))
@Check('measure_decision_required_for_known', oneOf('decision_required_for', PDCA_PHASES))
@Check('measure_verdict_known', oneOf('verdict', VERDICTS))
@Check('measure_checker_not_owner', '"checker_id" <> "owner_id"')
@Check('measure_not_its_own_successor', '"carried_from_id" <> "id"')
@Check('measure_translations_object', TRANSLATIONS_ARE_AN_OBJECT)
@Index('measure_by_loop_and_phase', ['loopId', 'phase'])
@Index('measure_by_action_field', ['actionFieldId'])
@Index('measure_by_owner', ['ownerId'])
export class MeasureEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'measure_pkey' }) id!: string;
  @ForeignKey(() => ProgrammeEntity, { name: 'measure_programme_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;
  @Column('uuid', { name: 'action_field_id' }) actionFieldId!: string;
  /** The action field's loop, held here too for counting; the composite key keeps the two equal. */
  @Column('uuid', { name: 'loop_id' }) loopId!: string;
  @Column('text') key!: string;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('text', { name: 'success_criterion', nullable: true }) successCriterion!: string | null;
  @Column('date', { name: 'due_day', nullable: true }) dueDay!: LocalDay | null;
  @Column('text', { default: 'PLAN' }) phase!: PdcaPhase;
  @Column('text', { name: 'stopped_in', nullable: true }) stoppedIn!: PdcaPhase | null;
  /** Why it was stopped or carried over; never public. */
  @Column('text', { name: 'end_reason', nullable: true }) endReason!: string | null;
  /** The one accountable person: one column, so never two. */
  @ForeignKey(() => PersonEntity, { name: 'measure_owner_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId!: string | null;
  @Column('boolean', { name: 'owner_accepted', default: false }) ownerAccepted!: boolean;
  @ForeignKey(() => PersonEntity, { name: 'measure_checker_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'checker_id', nullable: true })
  checkerId!: string | null;
  @ForeignKey(() => PersonEntity, { name: 'measure_commissioner_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'commissioner_id', nullable: true })
  commissionerId!: string | null;
  @Column('boolean', { name: 'commissioner_took_over', default: false })
  commissionerTookOver!: boolean;
  @ForeignKey(() => OrganisationalUnitEntity, { name: 'measure_unit_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId!: string | null;
  @Column('text', { nullable: true }) verdict!: Verdict | null;
  @Column('text', { nullable: true }) lesson!: string | null;
  @Column('text', { name: 'anchored_in', nullable: true }) anchoredIn!: string | null;
  @Column('boolean', { name: 'no_next_step_needed', default: false }) noNextStepNeeded!: boolean;
  /** The measure of an earlier loop that this one carries on. */
  @ForeignKey(() => MeasureEntity, { name: 'measure_carried_from_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'carried_from_id', nullable: true })
  carriedFromId!: string | null;
  /** Placed in an end state by an import although facts are missing; see docs/spec/pdca.md. */
  @Column('boolean', { default: false }) recorded!: boolean;
  /** What help the owner asks for; null when none is wanted. */
  @Column('text', { name: 'help_wanted', nullable: true }) helpWanted!: string | null;
  /** The move to this phase waits for a decision that approves. */
  @Column('text', { name: 'decision_required_for', nullable: true })
  decisionRequiredFor!: PdcaPhase | null;
  @Column('int') position!: number;
  @Column('jsonb', { default: {} }) translations!: Translations;
  @Column('timestamptz', { name: 'last_activity_at', default: () => 'now()' })
  lastActivityAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
