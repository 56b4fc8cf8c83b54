import type { EntityManager } from 'typeorm';
import type { MailChoice, MailLanguage } from '#domain/mail/mail-kind.js';
import { mayEnterWorkspace } from '#domain/people/policy.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import type { SqlReader } from '../published/sql-reader.js';
import { findActor, once, type Caller, type RequestReused } from '../shared/caller.js';
import type { NotFound } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { READERS_LANGUAGE } from './queue-mail.js';

/** How a person wants mail of a programme. */
export type MailSettings = { readonly choice: MailChoice; readonly language: MailLanguage };

export type ChooseMailCommand = {
  readonly programme: string;
  readonly choice: MailChoice;
  /** Left out, it stays as it is. */
  readonly language?: MailLanguage | null | undefined;
};

/** The settings of a person; null when there is no such person (any more), or the person is blocked. */
export async function mailSettingsOf(
  database: SqlReader,
  personId: string,
): Promise<(MailSettings & { readonly programme: string }) | null> {
  const [row] = await database.query<(MailSettings & { readonly programme: string })[]>(
    `SELECT p.mail_choice AS choice, ${READERS_LANGUAGE} AS language, pr.title AS programme
     FROM person p JOIN programme pr ON pr.id = p.programme_id WHERE p.id = $1 AND p.blocked_at IS NULL`,
    [personId],
  );
  return row ?? null;
}

/** Chooses for oneself, in one programme. */
export function chooseMail(
  { work }: Writing,
  caller: Caller,
  command: ChooseMailCommand,
): Promise<Result<{ readonly personId: string }, NotFound | RequestReused>> {
  type Answer = Result<{ readonly personId: string }, NotFound>;
  const { programme: slug, choice, language = null } = command;
  return work.run<{ readonly personId: string }, NotFound | RequestReused>((em) =>
    once(em, caller, { ...command, intent: 'chooseMail' }, async (): Promise<Answer> => {
      const [programme] = await em.query<{ id: string }[]>(
        'SELECT id FROM programme WHERE slug = $1',
        [slug],
      );
      const actor = programme && (await findActor(em, caller.accountId, programme.id));
      if (!actor || !mayEnterWorkspace(actor)) return err({ code: 'NOT_FOUND' });
      await choose(em, actor.personId, choice, language);
      return ok({ personId: actor.personId });
    }),
  );
}

/** Chooses by the link of a mail, without a sign-in; null leaves the language as it is. Whoever isn't there any more gets no mail either way. */
export async function chooseMailByLink(
  { work }: Writing,
  personId: string,
  choice: MailChoice,
  language: MailLanguage | null,
): Promise<void> {
  await work.run<null, never>(async (em) => {
    await choose(em, personId, choice, language);
    return ok(null);
  });
}

async function choose(
  em: EntityManager,
  personId: string,
  choice: MailChoice,
  language: MailLanguage | null,
): Promise<void> {
  await em.query(
    'UPDATE person SET mail_choice = $2, mail_language = coalesce($3, mail_language) WHERE id = $1',
    [personId, choice, language],
  );
  // What waits for a daily mail that won't come any more.
  if (choice === 'NONE')
    await em.query(
      'DELETE FROM mail WHERE person_id = $1 AND gathered AND digest_id IS NULL AND sent_at IS NULL',
      [personId],
    );
}
