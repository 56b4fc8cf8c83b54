import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../people/person.entity.js';
import { ProgrammeEntity } from '../programmes/programme.entity.js';
import { oneOf, textUpTo } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';

export const HISTORY_SUBJECTS = [
  'PROGRAMME',
  'LOOP',
  'MEASURE',
  'RESULT',
  'DECISION',
  'TOPIC',
  'PERSON',
  'CALL',
] as const;
export const HISTORY_WAYS = ['IMPORT', 'API'] as const;

/** Who changed what, when, from what, to what and why. Kept for good; triggers refuse every update and removal. */
@Entity('history_entry')
@Check('history_entry_subject_called', oneOf('subject', HISTORY_SUBJECTS))
@Check('history_entry_way_known', oneOf('way', HISTORY_WAYS))
@Check('history_entry_reason_length', textUpTo('reason', LIMITS.text))
@Index('history_entry_by_subject', ['subjectId', 'at'])
@Index('history_entry_by_part', ['partId', 'at'], { where: '"part_id" IS NOT NULL' })
export class HistoryEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'history_entry_pkey' }) id!: string;
  @ForeignKey(() => ProgrammeEntity, { name: 'history_entry_programme_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;
  @Column('text') subject!: (typeof HISTORY_SUBJECTS)[number];
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  /** Null when a file or the command line did it. */
  @ForeignKey(() => PersonEntity, { name: 'history_entry_actor_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;
  @Column('text') way!: (typeof HISTORY_WAYS)[number];
  /** What happened, e.g. "phase". */
  @Column('text') field!: string;
  @Column('text', { name: 'from_value', nullable: true }) fromValue!: string | null;
  @Column('text', { name: 'to_value', nullable: true }) toValue!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  /** The part of the subject that it is about: a result of a measure, a question, unit or goal; null for the whole. */
  @Column('uuid', { name: 'part_id', nullable: true }) partId!: string | null;
  /**
   * The version after the change; null where there is none, or before versions were kept. A question, a unit and a
   * goal have one of their own; that of a result is its measure's.
   */
  @Column('int', { nullable: true }) version!: number | null;
}
