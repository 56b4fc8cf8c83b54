import { z } from 'zod';
import { RULINGS } from '#domain/decisions/ruling.js';
import { ATTACHMENT_KINDS } from '#domain/measures/attachment.js';
import {
  LOOP_STAGES,
  NEXT_STEP_STATES,
  PUBLIC_NAME_GRADES,
  RESULT_STATES,
  STEP_STATES,
  VERDICTS,
} from '#domain/measures/measure.record.js';
import { PDCA_PHASES } from '#domain/pdca/pdca-phase.js';
import { ROLES } from '#domain/people/role.js';
import { parseLocalDay, type LocalDay } from '#domain/shared/local-day.js';
import { LIMITS } from '#persistence/shared/limits.js';

/** Content languages of a programme. */
export const CONTENT_LANGUAGES = ['de', 'en', 'nl', 'da', 'sv', 'fi'] as const;

/** PostgreSQL can't hold U+0000, and a lone surrogate would not read back as it was written. */
const storable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();
const written = (limit: number): z.ZodString =>
  z
    .string()
    .max(limit, `is longer than ${limit} characters`)
    .regex(/\S/, 'is empty: write something, or leave the key out')
    .refine(
      storable,
      'holds a character that can’t be stored (U+0000 or half of a surrogate pair)',
    );

/** After 1 BC comes AD 1: PostgreSQL has no year 0, and JavaScript has one. */
const YEAR_ZERO = '0001';
/** The database takes 60,000 characters with the spaces that it writes between the texts. */
const LONGEST_TRANSLATIONS = 59_900;

const title = written(LIMITS.title);
const text = written(LIMITS.text);
const key = z
  .string()
  .max(LIMITS.key, `is longer than ${LIMITS.key} characters`)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'is not a key: lower-case letters, digits and single hyphens only',
  )
  .meta({ description: 'Stable key; an import finds the record again by it.' });
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day: write YYYY-MM-DD, in quotes')
  .refine((value) => parseLocalDay(value).ok && value > YEAR_ZERO, 'is not a day of the calendar')
  .transform((value) => value as LocalDay);
const instant = z.iso
  .datetime('is not an instant: write YYYY-MM-DDThh:mm:ssZ, in quotes')
  .refine((value) => value > YEAR_ZERO, 'is not an instant of the calendar');
const loopNumber = z.int().min(1).max(10_000);
const address = z
  .string()
  .max(LIMITS.address, `is longer than ${LIMITS.address} characters`)
  .regex(/^https?:\/\/\S+$/, 'is not a web address: begin with https://')
  .refine(storable, 'holds a character that can’t be stored');

/** Texts of a record in further languages: `en: { title: … }`; only the record's public fields. */
const translations = <Shape extends z.ZodRawShape>(
  shape: Shape,
): z.ZodOptional<z.ZodType<Record<string, Record<string, string>>>> =>
  z
    .partialRecord(z.enum(CONTENT_LANGUAGES), z.strictObject(shape).partial())
    .refine(
      (value) => JSON.stringify(value).length <= LONGEST_TRANSLATIONS,
      `are longer than ${LONGEST_TRANSLATIONS} characters together`,
    )
    .optional() as unknown as z.ZodOptional<z.ZodType<Record<string, Record<string, string>>>>;

const step = z.strictObject({
  text,
  stage: title.optional(),
  due: day.optional(),
  state: z.enum(STEP_STATES).default('OPEN'),
  done: day.optional(),
  reason: text.optional(),
  translations: translations({ text, stage: title }),
});

const attachment = z.strictObject({
  kind: z.enum(ATTACHMENT_KINDS),
  title,
  address,
  alternativeText: text.optional(),
  transcript: text.optional(),
  translations: translations({ title, alternativeText: text, transcript: text }),
});

const result = z.strictObject({
  key,
  text,
  day: day.optional(),
  state: z.enum(RESULT_STATES).default('DRAFT'),
  publishedAt: instant.optional(),
  internalReason: text.optional(),
  attachments: z.array(attachment).optional(),
  translations: translations({ text }),
});

const nextStep = z.strictObject({
  key,
  text,
  dueFrom: day.optional(),
  due: day.optional(),
  addresseeUnit: key.optional(),
  addresseePerson: key.optional(),
  state: z.enum(NEXT_STEP_STATES).default('OPEN'),
  done: day.optional(),
  reason: text.optional(),
  becameMeasure: key.optional(),
  decision: key.optional(),
  translations: translations({ text }),
});

const measure = z.strictObject({
  key,
  actionField: key,
  title,
  description: text.optional(),
  successCriterion: text.optional(),
  due: day.optional(),
  phase: z.enum(PDCA_PHASES).default('PLAN'),
  stoppedIn: z.enum(['PLAN', 'DO', 'CHECK']).optional(),
  reason: text.optional(),
  owner: key.optional(),
  ownerAccepted: z.boolean().optional(),
  contributors: z.array(key).optional(),
  guides: z.array(key).optional(),
  checker: key.optional(),
  commissioner: key.optional(),
  commissionerTookOver: z.boolean().optional(),
  unit: key.optional(),
  goals: z.array(key).optional(),
  verdict: z.enum(VERDICTS).optional(),
  lesson: text.optional(),
  anchoredIn: text.optional(),
  noNextStepNeeded: z.boolean().optional(),
  helpWanted: text.optional(),
  decisionRequiredFor: z.enum(PDCA_PHASES).optional(),
  carriedFrom: key.optional(),
  recorded: z
    .boolean()
    .optional()
    .meta({ description: 'Written by the export; an import judges anew.' }),
  translations: translations({ title, description: text }),
  steps: z.array(step).max(200).optional(),
  results: z.array(result).max(50).optional(),
  nextSteps: z.array(nextStep).max(200).optional(),
});

const decision = z.strictObject({
  key,
  body: title,
  day,
  point: text,
  ruling: z.enum(RULINGS),
  note: text.optional(),
  measures: z.array(key).optional(),
});

/** A whole programme as a file, version 1; documented in docs/programme-files.md. */
export const PROGRAMME_FILE = z.strictObject({
  format: z.literal('lernschleife/programme'),
  version: z.literal(1),
  programme: z.strictObject({
    slug: key,
    organisation: title,
    title,
    purpose: text,
    contact: z.email('is not an e-mail address').max(LIMITS.name),
    language: z.enum(CONTENT_LANGUAGES),
    timeZone: z
      .string()
      .max(80)
      .refine(isTimeZone, 'is not a time zone, e.g. Europe/Berlin')
      .default('Europe/Berlin'),
    staleAfterDays: z.int().min(1).max(3650).default(30),
    published: z.boolean().default(false),
    feedbackOpen: z.boolean().default(false),
    ideasOpen: z.boolean().default(false),
    accessibilityText: text.optional(),
    privacyText: text.optional(),
    words: z
      .record(
        z.string().regex(/^[a-z][\w.-]{0,79}$/, 'is not the key of a word'),
        written(LIMITS.word),
      )
      .refine(
        (value) => JSON.stringify(value).length + 2 * Object.keys(value).length <= LIMITS.words,
        `are longer than ${LIMITS.words} characters together`,
      )
      .default({})
      .meta({
        description:
          'What the programme calls its things: `word.loop`, `word.loops`, `word.topic` …',
      }),
    translations: translations({
      organisation: title,
      title,
      purpose: text,
      accessibilityText: text,
      privacyText: text,
    }),
  }),
  units: z
    .array(
      z.strictObject({
        key,
        name: title,
        kind: written(LIMITS.name).optional(),
        parent: key.optional(),
        translations: translations({ name: title, kind: written(LIMITS.name) }),
      }),
    )
    .optional(),
  goals: z.array(z.strictObject({ key, title, translations: translations({ title }) })).optional(),
  people: z
    .array(
      z.strictObject({
        key,
        name: written(LIMITS.name),
        email: z.email('is not an e-mail address').max(LIMITS.name).optional(),
        unit: key.optional(),
        role: z.enum(ROLES).default('EMPLOYEE'),
        publicName: z.enum(PUBLIC_NAME_GRADES).default('HIDDEN'),
        term: z.strictObject({ firstLoop: loopNumber, lastLoop: loopNumber }).optional(),
      }),
    )
    .optional(),
  loops: z
    .array(
      z.strictObject({
        number: loopNumber,
        start: day.optional(),
        end: day.optional(),
        stage: z.enum(LOOP_STAGES).default('PLANNED'),
        reflection: text.optional(),
      }),
    )
    .optional(),
  topics: z
    .array(
      z.strictObject({
        key,
        title,
        description: text.optional(),
        translations: translations({ title, description: text }),
      }),
    )
    .optional(),
  actionFields: z
    .array(
      z.strictObject({
        key,
        topic: key,
        loop: loopNumber,
        question: written(LIMITS.question),
        translations: translations({ question: written(LIMITS.question) }),
      }),
    )
    .optional(),
  measures: z.array(measure).optional(),
  decisions: z.array(decision).optional(),
});

export type ProgrammeFile = z.output<typeof PROGRAMME_FILE>;
export type FileMeasure = NonNullable<ProgrammeFile['measures']>[number];

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
