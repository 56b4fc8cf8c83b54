import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { ProgrammeEntity } from '../programmes/programme.entity.js';
import { KEY_IS_KEBAB_CASE, textUpTo, TRANSLATIONS_ARE_AN_OBJECT } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';
import type { Translations } from '../shared/translations.js';

/** A thread that goes through loops. */
@Entity('topic')
@Unique('topic_key_unique', ['programmeId', 'key'])
@Unique('topic_programme_unique', ['id', 'programmeId'])
@Check('topic_key_kebab', KEY_IS_KEBAB_CASE)
@Check('topic_title_length', textUpTo('title', LIMITS.title))
@Check('topic_description_length', textUpTo('description', LIMITS.text))
@Check('topic_translations_object', TRANSLATIONS_ARE_AN_OBJECT)
export class TopicEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'topic_pkey' }) id!: string;
  @ForeignKey(() => ProgrammeEntity, { name: 'topic_programme_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;
  @Column('text') key!: string;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) description!: string | null;
  /** Editorial order on the successes page, from 0. */
  @Column('int') position!: number;
  @Column('jsonb', { default: {} }) translations!: Translations;
  @VersionColumn({ default: 1 }) version!: number;
}
