import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  CONFIRM_DAYS,
  LINK_MINUTES,
  makeConfirmLink,
  makeSignInLink,
} from '#application/accounts/sign-in-links.js';
import { JobWorker, type Try } from '#application/jobs/job-worker.js';
import { DAILY_MAIL, queueDailyMails } from '#application/mail/daily-mails.js';
import { MailsToSend, type MailToSend } from '#application/mail/mails-to-send.js';
import { SEND_MAIL } from '#application/mail/queue-mail.js';
import { SEND_SIGN_IN_LINK, SIGN_IN_MAIL } from '#application/mail/queue-sign-in-mail.js';
import { applyRetention, RETENTION } from '#application/personal-data/retention.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { RETENTION_DAYS } from '#domain/personal-data/retention-days.js';
import { alwaysSent } from '#domain/mail/mail-kind.js';
import { joinAddress } from '#ui/addresses.js';
import { letterOf } from '#ui/mail/letter.js';
import { Database } from '../database/database.js';
import { WRITING } from '../database/writing.js';
import { LOG } from '../http/log.js';
import { SITE, type Site } from '../http/site.js';
import { MailLinks } from './mail-links.js';
import { Mailer, MailFault } from './mailer.js';

const MAIL_JOB = z.object({ mailId: z.uuid() });
/** The values of a mail that asks to confirm an application. */
const TO_CONFIRM = z.object({ applicationId: z.uuid(), version: z.int() });
/** Early in the morning where the first users are; in UTC. */
const EVERY_DAY_AT = '0 4 * * *';
/** Before the mails, which then speak of nothing that has gone. */
const RETENTION_AT = '30 3 * * *';

const DAY_MS = 86_400_000;

/** What this server does of the queue: sends mails, and once a day sees who is to be reminded and what is to go. */
@Injectable()
export class MailJobs implements OnApplicationShutdown {
  readonly #worker: JobWorker;
  readonly #mails: MailsToSend;
  #started = false;

  constructor(
    database: Database,
    @Inject(WRITING) private readonly writing: Writing,
    @Inject(SITE) private readonly site: Site,
    @Inject(LOG) private readonly log: Logger,
    private readonly mailer: Mailer,
    private readonly links: MailLinks,
  ) {
    this.#mails = new MailsToSend(database);
    this.#worker = new JobWorker({
      tasks: {
        [SEND_MAIL]: (payload, tried) => this.#sendMail(MAIL_JOB.parse(payload).mailId, tried),
        [SEND_SIGN_IN_LINK]: (payload, tried) => this.#sendSignInLink(payload, tried),
        [DAILY_MAIL]: () => queueDailyMails(database, writing),
        [RETENTION]: async () => {
          const erased = await applyRetention(writing);
          const keptSince = new Date(writing.now().getTime() - RETENTION_DAYS.MAILS * DAY_MS);
          log.info({ erased, mailFiles: await mailer.forgetBefore(keptSince) }, 'retention');
        },
      },
      daily: { [DAILY_MAIL]: EVERY_DAY_AT, [RETENTION]: RETENTION_AT },
      onFault: (task, error) => {
        // What befalls a mail was told already.
        if (!(error instanceof MailFault)) log.error({ task, err: error }, 'a job failed');
      },
      onError: (reason) => log.warn({ reason }, 'the queue of jobs'),
    });
  }

  /** Begins, once the database is there. */
  start(source: DataSource): void {
    this.#started = true;
    this.#worker.start(source);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.#started) await this.#worker.stop();
  }

  async #sendMail(mailId: string, { last, signal }: Try): Promise<void> {
    const mail = await this.#mails.take(mailId);
    if (mail === null) return;
    const linked = await this.#linked(mail);
    // What it asks about has gone meanwhile, or says something else, of which another mail tells.
    if (linked === null) return this.#mails.forget(mailId);
    let messageId: string;
    try {
      messageId = await this.#send(linked, signal);
    } catch (error) {
      if (!(error instanceof MailFault)) throw error;
      const dead = last || error.forGood;
      await this.#mails.noteFailure(mailId, error.message, dead ? this.writing.now() : null);
      this.#tell(error, dead, { mailId, kind: mail.kind });
      // What is given up is done, as far as the queue is concerned.
      if (!dead) throw error;
      return;
    }
    await this.#mails.noteSent(mailId, messageId, this.writing.now());
  }

  /**
   * Gives a mail the secret of its link, where one goes with it: it is made here and goes into the mail alone. Another
   * try makes another link, and both are good. Null when there is nothing that it would lead to.
   */
  async #linked(mail: MailToSend): Promise<MailToSend | null> {
    const { kind, language, address, values, programme } = mail;
    const page = joinAddress(programme?.slug ?? '', language);
    switch (kind) {
      case 'APPLICATION_TO_CONFIRM': {
        const confirms = TO_CONFIRM.parse(values);
        const returnTo = `${page}?done=confirmed`;
        const secret = await makeConfirmLink(this.writing, { confirms, returnTo });
        if (secret === null) return null;
        return { ...mail, values: { ...values, secret, days: CONFIRM_DAYS } };
      }
      case 'APPLICATION_KNOWN': {
        const secret = await makeSignInLink(this.writing, { email: address, returnTo: page });
        if (secret === null) return null;
        return { ...mail, values: { ...values, secret, minutes: LINK_MINUTES } };
      }
      default:
        return mail;
    }
  }

  #send(mail: MailToSend, signal: AbortSignal): Promise<string> {
    const { kind, language, values, programme, person, gathered } = mail;
    const settings = person === null || alwaysSent(kind) ? null : this.links.addressFor(person.id);
    const letter = letterOf({
      kind,
      language,
      values,
      programme,
      reader: person?.name ?? null,
      origin: this.site.origin,
      settings,
      gathered,
    });
    return this.mailer.send(
      { ...letter, to: mail.address, id: mail.causeDigest, unsubscribe: settings },
      signal,
    );
  }

  async #sendSignInLink(payload: unknown, { last, signal }: Try): Promise<void> {
    const { request, email, returnTo, language } = SIGN_IN_MAIL.parse(payload);
    const kind = 'SIGN_IN_LINK';
    const secret = await makeSignInLink(this.writing, { email, returnTo });
    if (secret === null) return;
    const letter = letterOf({
      kind,
      language,
      values: { secret, minutes: LINK_MINUTES },
      programme: null,
      reader: null,
      origin: this.site.origin,
      settings: null,
    });
    const id = createHash('sha256').update(`sign-in-link:${request}`).digest('hex');
    try {
      await this.mailer.send({ ...letter, to: email, id, unsubscribe: null }, signal);
    } catch (error) {
      if (!(error instanceof MailFault)) throw error;
      const dead = last || error.forGood;
      this.#tell(error, dead, { kind });
      if (!dead) throw error;
    }
  }

  #tell({ message }: MailFault, dead: boolean, about: Readonly<Record<string, string>>): void {
    this.log[dead ? 'error' : 'warn'](
      { ...about, reason: message },
      dead ? 'a mail was given up' : 'a mail was not sent, and will be tried again',
    );
  }
}
