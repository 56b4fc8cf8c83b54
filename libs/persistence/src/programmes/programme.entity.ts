import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { textUpTo, TRANSLATIONS_ARE_AN_OBJECT } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';
import type { Translations } from '../shared/translations.js';

/** One organisation's transformation programme. */
@Entity('programme')
@Unique('programme_slug_unique', ['slug'])
@Check('programme_slug_kebab', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("slug") <= 80`)
@Check('programme_organisation_length', textUpTo('organisation', LIMITS.title))
@Check('programme_title_length', textUpTo('title', LIMITS.title))
@Check('programme_purpose_length', textUpTo('purpose', LIMITS.text))
@Check('programme_contact_length', textUpTo('contact_address', LIMITS.name))
@Check('programme_language_known', `"default_language" IN ('de', 'en', 'nl', 'da', 'sv', 'fi')`)
@Check('programme_stale_days_range', '"stale_after_days" BETWEEN 1 AND 3650')
@Check('programme_accessibility_length', textUpTo('accessibility_text', LIMITS.text))
@Check('programme_privacy_length', textUpTo('privacy_text', LIMITS.text))
@Check(
  'programme_words_object',
  `jsonb_typeof("words") = 'object' AND char_length("words"::text) <= 10000`,
)
@Check('programme_application_domains_few', 'cardinality("application_domains") <= 50')
@Check('programme_application_retention', '"application_retention_days" BETWEEN 1 AND 3650')
@Check('programme_translations_object', TRANSLATIONS_ARE_AN_OBJECT)
export class ProgrammeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'programme_pkey' }) id!: string;
  @Column('text') slug!: string;
  @Column('text') organisation!: string;
  @Column('text') title!: string;
  /** Markdown. */
  @Column('text') purpose!: string;
  @Column('text', { name: 'contact_address' }) contactAddress!: string;
  @Column('text', { name: 'default_language' }) defaultLanguage!: string;
  /** IANA name, e.g. Europe/Berlin: in it "today" is judged. */
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  /** Days without activity after which a measure is stale. */
  @Column('int', { name: 'stale_after_days', default: 30 }) staleAfterDays!: number;
  /** Whether anyone may read the programme's public faces. */
  @Column('boolean', { default: false }) published!: boolean;
  @Column('boolean', { name: 'feedback_open', default: false }) feedbackOpen!: boolean;
  /** Whether employees may bring ideas. */
  @Column('boolean', { name: 'ideas_open', default: false }) ideasOpen!: boolean;
  @Column('text', { name: 'accessibility_text', nullable: true }) accessibilityText!: string | null;
  @Column('text', { name: 'privacy_text', nullable: true }) privacyText!: string | null;
  @Column('jsonb', { default: {} }) translations!: Translations;
  /** The programme's own words: key of the interface's catalogue → word. */
  @Column('jsonb', { default: {} }) words!: Readonly<Record<string, string>>;
  /** Domains of the addresses that may apply to a call; none given: every address may. */
  @Column('text', { name: 'application_domains', array: true, default: () => `'{}'` })
  applicationDomains!: readonly string[];
  /** Days after the end of a call until its applications are erased. */
  @Column('int', { name: 'application_retention_days', default: 90 })
  applicationRetentionDays!: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}
