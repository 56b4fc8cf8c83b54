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
import { LearningLoopEntity } from '../learning-loops/learning-loop.entity.js';
import { KEY_IS_KEBAB_CASE, textUpTo, TRANSLATIONS_ARE_AN_OBJECT } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';
import type { Translations } from '../shared/translations.js';
import { TopicEntity } from './topic.entity.js';

/** A question asked of one topic in one loop, both of the same programme. */
@Entity('action_field')
@Unique('action_field_key_unique', ['programmeId', 'key'])
@Unique('action_field_loop_unique', ['id', 'loopId'])
@ForeignKey(() => TopicEntity, ['topicId', 'programmeId'], ['id', 'programmeId'], {
  name: 'action_field_topic_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => LearningLoopEntity, ['loopId', 'programmeId'], ['id', 'programmeId'], {
  name: 'action_field_loop_fkey',
  onDelete: 'CASCADE',
})
@Check('action_field_key_kebab', KEY_IS_KEBAB_CASE)
@Check('action_field_question_length', textUpTo('question', LIMITS.question))
@Check('action_field_translations_object', TRANSLATIONS_ARE_AN_OBJECT)
@Index('action_field_by_topic', ['topicId', 'loopId'])
@Index('action_field_by_loop', ['loopId'])
export class ActionFieldEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'action_field_pkey' }) id!: string;
  @Column('uuid', { name: 'programme_id' }) programmeId!: string;
  @Column('uuid', { name: 'topic_id' }) topicId!: string;
  @Column('uuid', { name: 'loop_id' }) loopId!: string;
  @Column('text') key!: string;
  @Column('text') question!: string;
  @Column('int') position!: number;
  @Column('jsonb', { default: {} }) translations!: Translations;
  @VersionColumn({ default: 1 }) version!: number;
}
