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
import { RESULT_STATES, type ResultState } from '#domain/measures/measure.record.js';
import type { LocalDay } from '#domain/shared/local-day.js';
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

/** What came out of a measure. Published ones are the programme's successes. */
@Entity('result')
@Unique('result_key_unique', ['programmeId', 'key'])
@Check('result_key_kebab', KEY_IS_KEBAB_CASE)
@Check('result_text_length', textUpTo('text', LIMITS.text))
@Check('result_internal_reason_length', textUpTo('internal_reason', LIMITS.text))
@Check('result_state_known', oneOf('state', RESULT_STATES))
@Check('result_published_with_instant', `("state" = 'PUBLISHED') = ("published_at" IS NOT NULL)`)
@Check('result_internal_with_reason', `("state" = 'INTERNAL') = ("internal_reason" IS NOT NULL)`)
@Check('result_translations_object', TRANSLATIONS_ARE_AN_OBJECT)
@Index('result_published_newest_first', ['programmeId', 'publishedAt', 'id'], {
  where: `"state" = 'PUBLISHED'`,
})
@Index('result_by_measure', ['measureId'])
export class ResultEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'result_pkey' }) id!: string;
  @ForeignKey(() => ProgrammeEntity, { name: 'result_programme_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;
  @ForeignKey(() => MeasureEntity, { name: 'result_measure_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'measure_id' })
  measureId!: string;
  @Column('text') key!: string;
  /** Markdown. */
  @Column('text') text!: string;
  @Column('date', { nullable: true }) day!: LocalDay | null;
  @Column('text', { default: 'DRAFT' }) state!: ResultState;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @Column('text', { name: 'internal_reason', nullable: true }) internalReason!: string | null;
  @Column('int') position!: number;
  @Column('jsonb', { default: {} }) translations!: Translations;
  @VersionColumn({ default: 1 }) version!: number;
}
