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
import { RULINGS, type Ruling } from '#domain/decisions/ruling.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { ProgrammeEntity } from '../programmes/programme.entity.js';
import { KEY_IS_KEBAB_CASE, oneOf, textUpTo } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';

/** A body's ruling on one point; not public. */
@Entity('decision')
@Unique('decision_key_unique', ['programmeId', 'key'])
@Index('decision_newest_first', ['programmeId', 'day', 'id'])
@Check('decision_key_kebab', KEY_IS_KEBAB_CASE)
@Check('decision_body_length', textUpTo('body', LIMITS.title))
@Check('decision_point_length', textUpTo('point', LIMITS.text))
@Check('decision_note_length', textUpTo('note', LIMITS.text))
@Check('decision_ruling_known', oneOf('ruling', RULINGS))
export class DecisionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decision_pkey' }) id!: string;
  @ForeignKey(() => ProgrammeEntity, { name: 'decision_programme_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;
  @Column('text') key!: string;
  /** Who ruled, e.g. the transformation circle. */
  @Column('text') body!: string;
  /** Day of the meeting. */
  @Column('date') day!: LocalDay;
  /** What was to be ruled on. */
  @Column('text') point!: string;
  @Column('text') ruling!: Ruling;
  /** What was said besides, e.g. the changes with which it was approved. */
  @Column('text', { nullable: true }) note!: string | null;
  @VersionColumn({ default: 1 }) version!: number;
}
