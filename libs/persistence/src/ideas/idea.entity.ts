import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { IDEA_STATES, type IdeaState } from '#domain/ideas/decide-idea.js';
import { AccountEntity } from '../accounts/account.entity.js';
import { MeasureEntity } from '../measures/measure.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { ProgrammeEntity } from '../programmes/programme.entity.js';
import { oneOf, textUpTo } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';
import { TopicEntity } from '../topics/topic.entity.js';

/** What an employee proposes. Private: the author's and the workspace's. */
@Entity('idea')
@Check('idea_state_known', oneOf('state', IDEA_STATES))
@Check('idea_name_length', textUpTo('name', LIMITS.name))
@Check('idea_email_length', textUpTo('email', LIMITS.name))
@Check('idea_title_length', textUpTo('title', LIMITS.title))
@Check('idea_text_length', textUpTo('text', LIMITS.text))
@Check('idea_reason_length', textUpTo('reason', LIMITS.text))
@Check(
  'idea_empty_when_withdrawn',
  `CASE WHEN "state" = 'WITHDRAWN' THEN "title" IS NULL AND "text" IS NULL AND "topic_id" IS NULL ELSE "title" IS NOT NULL AND "text" IS NOT NULL END`,
)
@Check('idea_declined_with_reason', `("state" = 'DECLINED') = ("reason" IS NOT NULL)`)
// A measure may be removed, which doesn't undo that the idea was taken up.
@Check('idea_measure_when_taken_up', `"state" = 'TAKEN_UP' OR "measure_id" IS NULL`)
@Index('idea_newest_first', ['programmeId', 'id'])
@Index('idea_by_account', ['accountId'])
@Index('idea_by_measure', ['measureId'])
export class IdeaEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idea_pkey' }) id!: string;
  @ForeignKey(() => ProgrammeEntity, { name: 'idea_programme_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;
  /** The author's. */
  @ForeignKey(() => AccountEntity, { name: 'idea_account_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'account_id' })
  accountId!: string;
  /** Name that the author gave. */
  @Column('text') name!: string;
  /** Address of the author when it was submitted; null for a person of whom none is known. */
  @Column('text', { nullable: true }) email!: string | null;
  /** Null, like the text, once it is withdrawn. */
  @Column('text', { nullable: true }) title!: string | null;
  /** Plain text. */
  @Column('text', { nullable: true }) text!: string | null;
  @ForeignKey(() => TopicEntity, { name: 'idea_topic_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'topic_id', nullable: true })
  topicId!: string | null;
  @Column('text', { default: 'SUBMITTED' }) state!: IdeaState;
  /** Why it was declined; the author reads it. */
  @Column('text', { nullable: true }) reason!: string | null;
  /** What it became, or what it went into. */
  @ForeignKey(() => MeasureEntity, { name: 'idea_measure_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'measure_id', nullable: true })
  measureId!: string | null;
  @ForeignKey(() => PersonEntity, { name: 'idea_acknowledged_by_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'acknowledged_by_id', nullable: true })
  acknowledgedById!: string | null;
  @Column('timestamptz', { name: 'acknowledged_at', nullable: true }) acknowledgedAt!: Date | null;
  /** Who took it up or declined it. */
  @ForeignKey(() => PersonEntity, { name: 'idea_answered_by_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'answered_by_id', nullable: true })
  answeredById!: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
