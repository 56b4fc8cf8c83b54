import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { LINK_MINUTES, makeSignInLink } from '#application/accounts/sign-in-links.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { messagesFor } from '#ui/messages/translate.js';
import { signInAddress } from '#ui/sign-in/sign-in-frame.js';
import type { Language } from '#ui/views.js';
import { WRITING } from '../database/writing.js';
import { LOG } from '../http/log.js';
import { SITE, type Site } from '../http/site.js';
import { Mailer } from './mailer.js';

type Wish = { readonly email: string; readonly returnTo: string; readonly language: Language };

/** Sends links to those whom some programme knows. */
@Injectable()
export class SignInMails implements OnApplicationShutdown {
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    @Inject(SITE) private readonly site: Site,
    @Inject(LOG) private readonly log: Logger,
    private readonly mailer: Mailer,
  ) {}

  /** Goes on after the answer, whose time would tell otherwise whether the address is known. */
  request(wish: Wish): void {
    const sending = this.#send(wish)
      .catch((error: unknown) => this.log.error({ err: error }, 'a link was not sent'))
      .finally(() => this.#underWay.delete(sending));
    this.#underWay.add(sending);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  async #send({ email, returnTo, language }: Wish): Promise<void> {
    const secret = await makeSignInLink(this.writing, { email, returnTo });
    if (secret === null) return;
    const t = messagesFor(language);
    const link = `${this.site.origin}${signInAddress('/sign-in/link', language)}&secret=${secret}`;
    await this.mailer.send({
      to: email,
      subject: t('signIn.mail.subject'),
      text: t('signIn.mail.text', { link, minutes: LINK_MINUTES }),
    });
  }
}
