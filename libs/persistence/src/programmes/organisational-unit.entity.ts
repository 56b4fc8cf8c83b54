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
import { KEY_IS_KEBAB_CASE, textUpTo, TRANSLATIONS_ARE_AN_OBJECT } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';
import type { Translations } from '../shared/translations.js';
import { ProgrammeEntity } from './programme.entity.js';

/** Where people work and whom a next step may address; a tree by `parentId`. */
@Entity('organisational_unit')
@Unique('organisational_unit_key_unique', ['programmeId', 'key'])
@Check('organisational_unit_key_kebab', KEY_IS_KEBAB_CASE)
@Check('organisational_unit_name_length', textUpTo('name', LIMITS.title))
@Check('organisational_unit_kind_length', textUpTo('kind', LIMITS.name))
@Check('organisational_unit_not_own_parent', '"parent_id" <> "id"')
@Check('organisational_unit_translations_object', TRANSLATIONS_ARE_AN_OBJECT)
@Index('organisational_unit_by_parent', ['parentId'])
export class OrganisationalUnitEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisational_unit_pkey' }) id!: string;
  @ForeignKey(() => ProgrammeEntity, {
    name: 'organisational_unit_programme_fkey',
    onDelete: 'CASCADE',
  })
  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;
  @Column('text') key!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) kind!: string | null;
  @ForeignKey(() => OrganisationalUnitEntity, {
    name: 'organisational_unit_parent_fkey',
    onDelete: 'SET NULL',
  })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;
  @Column('int') position!: number;
  @Column('jsonb', { default: {} }) translations!: Translations;
  @VersionColumn({ default: 1 }) version!: number;
}
