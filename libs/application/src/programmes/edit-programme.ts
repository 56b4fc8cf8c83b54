import { z } from 'zod';
import { err, ok, type Result } from '#domain/shared/result.js';
import { isWritten } from '#domain/shared/text.js';
import { ProgrammeEntity } from '#persistence/programmes/programme.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import { differences } from '../shared/history.js';
import type { InputFault, InvalidInput, StaleVersion } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { given, textFaults, textOrNull, type TextRule } from '../shared/check-texts.js';
import { administerProgramme, type AdministerRefusal } from './administer-programme.js';
import type { ProgrammeWord } from './programme-settings-reader.js';

/** What is left out stays as it is; null empties what can be empty. `words` are all of them. */
export type EditProgrammeCommand = {
  /** Its slug. */
  readonly programme: string;
  readonly version: number;
  readonly organisation?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly purpose?: string | null | undefined;
  readonly contactAddress?: string | null | undefined;
  readonly defaultLanguage?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
  readonly staleAfterDays?: number | null | undefined;
  readonly published?: boolean | null | undefined;
  readonly feedbackOpen?: boolean | null | undefined;
  /** Whether employees may bring ideas. */
  readonly ideasOpen?: boolean | null | undefined;
  readonly accessibilityText?: string | null | undefined;
  readonly privacyText?: string | null | undefined;
  /** Domains of the addresses that may apply to a call; none for every address. */
  readonly applicationDomains?: readonly string[] | null | undefined;
  /** Days after the end of a call until its applications are erased. */
  readonly applicationRetentionDays?: number | null | undefined;
  readonly words?: readonly ProgrammeWord[] | null | undefined;
};

export type EditProgrammeRefusal = InvalidInput | StaleVersion | AdministerRefusal;

const MOST_DOMAINS = 50;
/** What every programme has. */
const REQUIRED = [
  'organisation',
  'title',
  'purpose',
  'contactAddress',
  'defaultLanguage',
  'timeZone',
  'staleAfterDays',
  'published',
  'feedbackOpen',
  'ideasOpen',
  'applicationDomains',
  'applicationRetentionDays',
  'words',
] as const satisfies readonly (keyof EditProgrammeCommand)[];

/** Changes what a programme is set to. */
export function editProgramme(
  writing: Writing,
  caller: Caller,
  command: EditProgrammeCommand,
): Promise<Result<{ readonly programme: string }, EditProgrammeRefusal>> {
  return administerProgramme<{ readonly programme: string }, EditProgrammeRefusal>(
    writing,
    caller,
    { ...command, intent: 'editProgramme' },
    { slug: command.programme },
    async ({ em, programmeId, keep }) => {
      const { programme: slug, version, words, ...fields } = command;
      const before = await em.findOneByOrFail(ProgrammeEntity, { id: programmeId });
      if (before.version !== version)
        return err({
          code: 'STALE_VERSION',
          subjectId: programmeId,
          currentVersion: before.version,
          since: version,
        });
      const faults = faultsOf(command);
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const set = given({
        // None of them is null by now, but for the two texts.
        organisation: fields.organisation ?? undefined,
        title: fields.title ?? undefined,
        purpose: fields.purpose ?? undefined,
        contactAddress: fields.contactAddress ?? undefined,
        defaultLanguage: fields.defaultLanguage ?? undefined,
        timeZone: fields.timeZone ?? undefined,
        staleAfterDays: fields.staleAfterDays ?? undefined,
        published: fields.published ?? undefined,
        feedbackOpen: fields.feedbackOpen ?? undefined,
        ideasOpen: fields.ideasOpen ?? undefined,
        applicationDomains: fields.applicationDomains
          ? [...new Set(fields.applicationDomains.map((domain) => domain.toLowerCase()))]
          : undefined,
        applicationRetentionDays: fields.applicationRetentionDays ?? undefined,
        accessibilityText: textOrNull(fields.accessibilityText),
        privacyText: textOrNull(fields.privacyText),
        words: words ? sortedWords(words) : undefined,
      });
      const now = Object.assign({}, before, { words: sortedWords(wordsOf(before)) });
      const history = differences(Object.fromEntries(Object.entries(now)), set);
      if (history.length === 0) return ok({ programme: slug });
      await em.update(ProgrammeEntity, { id: programmeId }, { ...set, version: version + 1 });
      await keep({ subject: 'PROGRAMME', subjectId: programmeId, version: version + 1 }, history);
      return ok({ programme: slug });
    },
  );
}

function faultsOf(command: EditProgrammeCommand): InputFault[] {
  const { contactAddress, timeZone, words, applicationDomains: domains } = command;
  const faults: InputFault[] = REQUIRED.filter((field) => command[field] === null).map((field) => ({
    field,
    problem: 'MISSING',
  }));
  const required = (
    field: 'organisation' | 'title' | 'purpose' | 'contactAddress',
    longest: number,
  ): TextRule => ({
    field,
    text: command[field] ?? undefined,
    longest,
    required: true,
  });
  faults.push(
    ...textFaults(
      required('organisation', LIMITS.title),
      required('title', LIMITS.title),
      required('purpose', LIMITS.text),
      required('contactAddress', LIMITS.name),
      { field: 'accessibilityText', text: command.accessibilityText, longest: LIMITS.text },
      { field: 'privacyText', text: command.privacyText, longest: LIMITS.text },
    ),
  );
  if (isWritten(contactAddress ?? null) && !z.email().safeParse(contactAddress).success)
    faults.push({ field: 'contactAddress', problem: 'MALFORMED' });
  if (typeof timeZone === 'string' && !isTimeZone(timeZone))
    faults.push({ field: 'timeZone', problem: 'UNKNOWN' });
  for (const field of ['staleAfterDays', 'applicationRetentionDays'] as const) {
    const days = command[field] ?? 1;
    if (days < 1 || days > 3_650) faults.push({ field, problem: 'OUT_OF_RANGE' });
  }
  if (domains) faults.push(...domainFaults(domains));
  if (words) faults.push(...wordFaults(words));
  return faults;
}

function domainFaults(domains: readonly string[]): InputFault[] {
  const field = 'applicationDomains';
  if (domains.length > MOST_DOMAINS) return [{ field, problem: 'OUT_OF_RANGE' }];
  return domains.flatMap((domain, at): InputFault[] =>
    z.email().safeParse(`a@${domain}`).success
      ? []
      : [{ field: `${field}[${at}]`, problem: isWritten(domain) ? 'MALFORMED' : 'MISSING' }],
  );
}

function wordFaults(words: readonly ProgrammeWord[]): InputFault[] {
  const faults = words.flatMap(({ key, word }, at): InputFault[] => [
    ...(/^[a-z][\w.-]{0,79}$/.test(key)
      ? []
      : [{ field: `words[${at}].key`, problem: 'MALFORMED' as const }]),
    ...(words.findIndex((one) => one.key === key) < at
      ? [{ field: `words[${at}].key`, problem: 'REUSED' as const }]
      : []),
    ...textFaults({
      field: `words[${at}].word`,
      text: word,
      longest: LIMITS.word,
      required: true,
    }),
  ]);
  // PostgreSQL writes a space behind each colon and comma.
  const length = JSON.stringify(sortedWords(words)).length + words.length * 2;
  if (length > LIMITS.words)
    faults.push({ field: 'words', problem: 'TOO_LONG', limit: LIMITS.words });
  return faults;
}

function wordsOf({ words }: ProgrammeEntity): ProgrammeWord[] {
  return Object.entries(words).map(([key, word]) => ({ key, word }));
}

/** In one order, so that the same words are no change. */
function sortedWords(words: readonly ProgrammeWord[]): Record<string, string> {
  const sorted = [...words].sort((one, other) => (one.key < other.key ? -1 : 1));
  return Object.fromEntries(sorted.map(({ key, word }) => [key, word]));
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
