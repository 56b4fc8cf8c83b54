import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { KEY_IS_KEBAB_CASE, textUpTo, TRANSLATIONS_ARE_AN_OBJECT } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';
import type { Translations } from '../shared/translations.js';
import { ProgrammeEntity } from './programme.entity.js';

/** What a measure serves. */
@Entity('strategic_goal')
@Unique('strategic_goal_key_unique', ['programmeId', 'key'])
@Check('strategic_goal_key_kebab', KEY_IS_KEBAB_CASE)
@Check('strategic_goal_title_length', textUpTo('title', LIMITS.title))
@Check('strategic_goal_translations_object', TRANSLATIONS_ARE_AN_OBJECT)
export class StrategicGoalEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'strategic_goal_pkey' }) id!: string;
  @ForeignKey(() => ProgrammeEntity, { name: 'strategic_goal_programme_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;
  @Column('text') key!: string;
  @Column('text') title!: string;
  @Column('int') position!: number;
  @Column('jsonb', { default: {} }) translations!: Translations;
  @VersionColumn({ default: 1 }) version!: number;
}
