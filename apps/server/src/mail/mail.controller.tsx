import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { chooseMailByLink, mailSettingsOf } from '#application/mail/choose-mail.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import {
  MAIL_CHOICES,
  MAIL_LANGUAGES,
  type MailChoice,
  type MailLanguage,
} from '#domain/mail/mail-kind.js';
import { MailSettingsPage } from '#ui/mail/mail-settings-page.js';
import { Public } from '../auth/public.js';
import { Database } from '../database/database.js';
import { WRITING } from '../database/writing.js';
import { SITE, type Site } from '../http/site.js';
import { frameOf } from '../pages/frame-of.js';
import { languageOf } from '../pages/language.js';
import { sendUnkept } from '../pages/send-unkept.js';
import { MailLinks } from './mail-links.js';

/** Where mails lead their readers to choose about mail. Opening it changes nothing: programs open links of mails, too. */
@Public()
@Controller('mail')
export class MailController {
  constructor(
    @Inject(SITE) private readonly site: Site,
    @Inject(WRITING) private readonly writing: Writing,
    private readonly database: Database,
    private readonly links: MailLinks,
  ) {}

  @Get(':token')
  async settings(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer(request, response, this.links.personOf(token), false);
  }

  /** The form of the page; a mail program's one click (RFC 8058) names no choice, and means none. */
  @Post(':token')
  async choose(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const personId = this.links.personOf(token);
    if (personId !== null)
      await chooseMailByLink(this.writing, personId, choiceOf(request), languageIn(request));
    await this.answer(request, response, personId, true);
  }

  private async answer(
    request: Request,
    response: Response,
    personId: string | null,
    saved: boolean,
  ): Promise<void> {
    const settings = personId === null ? null : await mailSettingsOf(this.database, personId);
    const page = (
      <MailSettingsPage
        {...frameOf(this.site, settings?.language ?? languageOf(request))}
        view={settings && { ...settings, saved }}
      />
    );
    response.vary('Accept-Language');
    sendUnkept(response, settings === null ? 404 : 200, page);
  }
}

/** Null where the form names none. */
function languageIn(request: Request): MailLanguage | null {
  const { language } = (request.body ?? {}) as { readonly language?: unknown };
  return MAIL_LANGUAGES.find((one) => one === language) ?? null;
}

function choiceOf(request: Request): MailChoice {
  const { choice } = (request.body ?? {}) as { readonly choice?: unknown };
  return MAIL_CHOICES.find((one) => one === choice) ?? 'NONE';
}
