import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ATTACHMENT_KINDS, type AttachmentKind } from '#domain/measures/attachment.js';
import { oneOf, textUpTo, TRANSLATIONS_ARE_AN_OBJECT } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';
import type { Translations } from '../shared/translations.js';
import { ResultEntity } from './result.entity.js';

/** A figure, file or video that belongs to a result; referred to by address, shown as a link. */
@Entity('result_attachment')
@Unique('result_attachment_position_unique', ['resultId', 'position'], {
  deferrable: 'INITIALLY DEFERRED',
})
@Check('result_attachment_kind_known', oneOf('kind', ATTACHMENT_KINDS))
@Check('result_attachment_title_length', textUpTo('title', LIMITS.title))
@Check(
  'result_attachment_address_https',
  `"address" ~ '^https?://' AND char_length("address") <= ${LIMITS.address}`,
)
@Check('result_attachment_alternative_length', textUpTo('alternative_text', LIMITS.text))
@Check('result_attachment_transcript_length', textUpTo('transcript', LIMITS.text))
@Check('result_attachment_figure_described', `"kind" <> 'FIGURE' OR "alternative_text" IS NOT NULL`)
@Check('result_attachment_video_transcribed', `"kind" <> 'VIDEO' OR "transcript" IS NOT NULL`)
@Check('result_attachment_translations_object', TRANSLATIONS_ARE_AN_OBJECT)
export class ResultAttachmentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'result_attachment_pkey' }) id!: string;
  @ForeignKey(() => ResultEntity, { name: 'result_attachment_result_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'result_id' })
  resultId!: string;
  @Column('int') position!: number;
  @Column('text') kind!: AttachmentKind;
  @Column('text') title!: string;
  @Column('text') address!: string;
  @Column('text', { name: 'alternative_text', nullable: true }) alternativeText!: string | null;
  @Column('text', { nullable: true }) transcript!: string | null;
  @Column('jsonb', { default: {} }) translations!: Translations;
}
