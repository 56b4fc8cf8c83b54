import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ProgrammeEntity } from '../programmes/programme.entity.js';
import { textUpTo } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';

/** What readers' voices are about, as the circle sorts them. Its name is public once a voice has it. */
@Entity('voice_theme')
@Unique('voice_theme_name_unique', ['programmeId', 'name'])
@Unique('voice_theme_programme_unique', ['id', 'programmeId'])
@Check('voice_theme_name_length', textUpTo('name', LIMITS.word))
export class VoiceThemeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'voice_theme_pkey' }) id!: string;
  @ForeignKey(() => ProgrammeEntity, { name: 'voice_theme_programme_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;
  @Column('text') name!: string;
}
