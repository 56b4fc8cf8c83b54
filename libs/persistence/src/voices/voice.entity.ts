import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { MAIL_LANGUAGES, type MailLanguage } from '#domain/mail/mail-kind.js';
import {
  VOICE_KINDS,
  VOICE_STATES,
  type VoiceKind,
  type VoiceState,
} from '#domain/voices/voice.record.js';
import { MeasureEntity } from '../measures/measure.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { ProgrammeEntity } from '../programmes/programme.entity.js';
import { oneOf, textUpTo } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';
import { VoiceThemeEntity } from './voice-theme.entity.js';

/** What a reader has asked or said of a success. Public with its answer, where sender and circle agree; else not. */
@Entity('voice')
@ForeignKey(() => VoiceThemeEntity, ['themeId', 'programmeId'], ['id', 'programmeId'], {
  name: 'voice_theme_fkey',
})
@Check('voice_kind_known', oneOf('kind', VOICE_KINDS))
@Check('voice_state_known', oneOf('state', VOICE_STATES))
@Check('voice_language_known', oneOf('language', MAIL_LANGUAGES))
@Check('voice_text_length', textUpTo('text', LIMITS.voice))
@Check('voice_email_length', textUpTo('email', LIMITS.name))
@Check('voice_answer_length', textUpTo('answer', LIMITS.answer))
@Check('voice_reason_length', textUpTo('reason', LIMITS.text))
@Check('voice_consent_complete', `("consent_version" IS NULL) = ("consent_at" IS NULL)`)
@Check('voice_address_until_dealt_with', `"email" IS NULL OR "state" = 'OPEN'`)
@Check(
  'voice_answered_with_answer',
  `("state" = 'ANSWERED') = ("answer" IS NOT NULL) AND ("answer" IS NULL) = ("answered_at" IS NULL)`,
)
@Check('voice_aside_with_reason', `("state" = 'SET_ASIDE') = ("reason" IS NOT NULL)`)
@Check(
  'voice_public_by_consent',
  `NOT "in_public" OR ("state" = 'ANSWERED' AND "consent_version" IS NOT NULL)`,
)
@Index('voice_newest_first', ['programmeId', 'id'])
@Index('voice_by_measure', ['measureId'])
@Index('voice_by_theme', ['themeId'])
@Index('voice_by_led_to', ['ledToId'])
export class VoiceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'voice_pkey' }) id!: string;
  @ForeignKey(() => ProgrammeEntity, { name: 'voice_programme_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;
  /** The measure whose published result was read. */
  @ForeignKey(() => MeasureEntity, { name: 'voice_measure_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'measure_id' })
  measureId!: string;
  @Column('text') kind!: VoiceKind;
  @Column('text') text!: string;
  /** Where the answer goes, if the sender wants it by mail; nobody sees it, and it is forgotten once it has served. */
  @Column('text', { nullable: true }) email!: string | null;
  /** Of the page on which it was written. */
  @Column('text') language!: MailLanguage;
  /** Version of the text by which the sender agreed to the public; null for who didn't. */
  @Column('text', { name: 'consent_version', nullable: true }) consentVersion!: string | null;
  @Column('timestamptz', { name: 'consent_at', nullable: true }) consentAt!: Date | null;
  @Column('text', { default: 'OPEN' }) state!: VoiceState;
  @Column('uuid', { name: 'theme_id', nullable: true }) themeId!: string | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @ForeignKey(() => PersonEntity, { name: 'voice_answered_by_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'answered_by_id', nullable: true })
  answeredById!: string | null;
  /** Whether text and answer stand beneath the success. */
  @Column('boolean', { name: 'in_public', default: false }) inPublic!: boolean;
  /** Why it was set aside; only the workspace reads it. */
  @Column('text', { nullable: true }) reason!: string | null;
  /** The measure that came of it. */
  @ForeignKey(() => MeasureEntity, { name: 'voice_led_to_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'led_to_id', nullable: true })
  ledToId!: string | null;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
