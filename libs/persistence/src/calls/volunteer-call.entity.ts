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
import { CALL_STATES, type CallState } from '#domain/calls/call.record.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { LearningLoopEntity } from '../learning-loops/learning-loop.entity.js';
import { ProgrammeEntity } from '../programmes/programme.entity.js';
import { KEY_IS_KEBAB_CASE, oneOf, textUpTo } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';

/** A question that a call asks beside the usual ones. */
export type CallQuestion = { readonly id: string; readonly text: string };

/** A call for transformation guides. What an open one says is public. */
@Entity('volunteer_call')
@Unique('volunteer_call_key_unique', ['programmeId', 'key'])
@Index('volunteer_call_newest_first', ['programmeId', 'id'])
@Check('volunteer_call_key_kebab', KEY_IS_KEBAB_CASE)
@Check('volunteer_call_state_known', oneOf('state', CALL_STATES))
@Check('volunteer_call_title_length', textUpTo('title', LIMITS.title))
@Check('volunteer_call_text_length', textUpTo('text', LIMITS.text))
@Check('volunteer_call_closed_reason_length', textUpTo('closed_reason', LIMITS.text))
@Check('volunteer_call_seats_from_one', '"seats" BETWEEN 1 AND 1000')
@Check('volunteer_call_term_from_one', '"minimum_term" BETWEEN 1 AND 100')
@Check(
  'volunteer_call_complete_when_opened',
  `"state" = 'DRAFT' OR ("text" IS NOT NULL AND "opens_on" IS NOT NULL AND "closes_on" IS NOT NULL AND "seats" IS NOT NULL AND "minimum_term" IS NOT NULL AND "first_loop_id" IS NOT NULL)`,
)
@Check(
  'volunteer_call_lists',
  `cardinality("qualifications") <= 50 AND jsonb_typeof("questions") = 'array' AND jsonb_array_length("questions") <= 20`,
)
export class VolunteerCallEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'volunteer_call_pkey' }) id!: string;
  @ForeignKey(() => ProgrammeEntity, { name: 'volunteer_call_programme_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;
  @Column('text') key!: string;
  @Column('text') title!: string;
  /** What is asked, in Markdown. */
  @Column('text', { nullable: true }) text!: string | null;
  @Column('date', { name: 'opens_on', nullable: true }) opensOn!: LocalDay | null;
  /** Last day on which it can be answered. */
  @Column('date', { name: 'closes_on', nullable: true }) closesOn!: LocalDay | null;
  @Column('int', { nullable: true }) seats!: number | null;
  /** Least length of a term, in loops. */
  @Column('int', { name: 'minimum_term', nullable: true }) minimumTerm!: number | null;
  /** The loop with which the terms begin. */
  @ForeignKey(() => LearningLoopEntity, { name: 'volunteer_call_loop_fkey' })
  @Column('uuid', { name: 'first_loop_id', nullable: true })
  firstLoopId!: string | null;
  /** What helps, each in a word or two; an applicant ticks what fits. */
  @Column('text', { array: true, default: () => `'{}'` }) qualifications!: readonly string[];
  @Column('jsonb', { default: [] }) questions!: readonly CallQuestion[];
  @Column('text', { default: 'DRAFT' }) state!: CallState;
  /** Why it was closed before its day; null otherwise. */
  @Column('text', { name: 'closed_reason', nullable: true }) closedReason!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @VersionColumn({ default: 1 }) version!: number;
}
