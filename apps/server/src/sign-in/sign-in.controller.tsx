import { Controller, Get, Inject, NotFoundException, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import type { ReactElement } from 'react';
import { demonstrationPeople, signInAsPerson } from '#application/accounts/demonstration.js';
import {
  LINK_MINUTES,
  signInLinkState,
  useSignInLink,
  type LinkState,
} from '#application/accounts/sign-in-links.js';
import { OwnApplicationsReader } from '#application/calls/own-applications-reader.js';
import { emailKey } from '#domain/people/email-key.js';
import { signInWith, type ProvenIdentity } from '#application/accounts/sign-in.js';
import { queueSignInMail } from '#application/mail/queue-sign-in-mail.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { WorkspaceReader } from '#application/workspace/workspace-reader.js';
import { languages } from '#ui/addresses.js';
import { LinkPage } from '#ui/sign-in/link-page.js';
import { MailsPage } from '#ui/sign-in/mails-page.js';
import { NotePage, type NoteName } from '#ui/sign-in/note-page.js';
import { signInAddress } from '#ui/sign-in/sign-in-frame.js';
import { SignInPage } from '#ui/sign-in/sign-in-page.js';
import { SignedInPage } from '#ui/sign-in/signed-in-page.js';
import type { Language } from '#ui/views.js';
import { Public } from '../auth/public.js';
import { accountOf, rememberPending, signIn, signOut } from '../auth/sessions.js';
import type { SignInSettings } from '../config/env.js';
import { Database } from '../database/database.js';
import { WRITING } from '../database/writing.js';
import { badTextOf } from '../http/bad-text.js';
import { LOG } from '../http/log.js';
import { SITE, type Site } from '../http/site.js';
import { Mailer } from '../mail/mailer.js';
import { frameOf } from '../pages/frame-of.js';
import { languageOf } from '../pages/language.js';
import { leadOn, sendUnkept } from '../pages/send-unkept.js';
import { Provider, ProviderAway, ProviderRefused } from './provider.js';
import { HOME, returnAddress } from './return-address.js';
import { SIGN_IN_SETTINGS } from './settings.js';
import { networkOf } from '../http/network-of.js';
import { Throttle } from '../http/throttle.js';

/** One address and nothing that could make it several; what is behind it, the mail server knows. */
const EMAIL = /^[^\s@<>()[\]\\,;:"]+@(?:[^\s@<>()[\]\\,;:".]+\.)+[^\s@<>()[\]\\,;:".]+$/;
const LONGEST_EMAIL = 200;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const LINK_NOTES = {
  USED: 'linkUsed',
  EXPIRED: 'linkExpired',
  UNKNOWN: 'linkUnknown',
} as const satisfies Record<Exclude<LinkState, 'OPEN'>, NoteName>;

/** The pages of the sign-in and what their forms do. Without script; a session begins only where one signs in. */
@Public()
@Controller()
export class SignInController {
  constructor(
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
    @Inject(SITE) private readonly site: Site,
    @Inject(LOG) private readonly log: Logger,
    @Inject(WRITING) private readonly writing: Writing,
    private readonly database: Database,
    private readonly workspaces: WorkspaceReader,
    private readonly applications: OwnApplicationsReader,
    private readonly provider: Provider,
    private readonly mailer: Mailer,
    private readonly throttle: Throttle,
  ) {}

  @Get('sign-in')
  async start(@Req() request: Request, @Res() response: Response): Promise<void> {
    const accountId = accountOf(request);
    if (accountId === null) return this.signInPage(request, response, null);
    const memberships = await this.workspaces.memberships(accountId);
    const returnTo = returnOf(request);
    // Whoever has applied and is nobody yet is led on to the own application.
    if (memberships.length === 0 && returnTo !== HOME && (await this.hasApplied(accountId)))
      return leadOn(response, returnTo);
    if (memberships.length === 0) return this.note(request, response, 200, 'nobody');
    const props = { memberships, returnTo };
    this.send(response, 200, <SignedInPage {...this.frame(request)} {...props} />);
  }

  /** A GET, because a form's target may not lead on to another site; it begins nothing but the way there. */
  @Get('sign-in/provider')
  async toProvider(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (this.settings.provider === null) throw new NotFoundException();
    // Each way there is remembered in the database until it comes back, or ten minutes.
    const waitMs = await this.throttle.count('provider', networkOf(request.ip));
    if (waitMs > 0) return this.waitNote(request, response, waitMs);
    let begun: Awaited<ReturnType<Provider['begin']>>;
    try {
      begun = await this.provider.begin(returnOf(request));
    } catch (error) {
      return this.providerNote(request, response, error);
    }
    await rememberPending(request, begun.pending);
    leadOn(response, begun.address.href);
  }

  @Get('sign-in/provider/return')
  async fromProvider(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (this.settings.provider === null) throw new NotFoundException();
    const { pending } = request.session;
    // One answer a beginning: a second one finds nothing to compare with.
    delete (request.session as { pending?: unknown }).pending;
    if (pending === undefined) return this.note(request, response, 400, 'providerFailed');
    const query = request.originalUrl.slice(request.path.length);
    let identity: ProvenIdentity;
    try {
      identity = await this.provider.finish(query, pending);
    } catch (error) {
      return this.providerNote(request, response, error);
    }
    const accountId = await signInWith(this.writing, identity);
    await this.enter(request, response, accountId, pending.returnTo);
  }

  /** Answers the same, in the same time, whether the address is known or not. */
  @Post('sign-in/email')
  async email(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!this.settings.email) throw new NotFoundException();
    const email = fieldOf(request, 'email').trim();
    if (email.length > LONGEST_EMAIL || !EMAIL.test(email) || badTextOf(email, 'email') !== null)
      return this.signInPage(request, response, email.slice(0, LONGEST_EMAIL).toWellFormed());
    const waitMs =
      (await this.throttle.count('network', networkOf(request.ip))) ||
      (await this.throttle.count('address', emailKey(email)));
    if (waitMs > 0) return this.waitNote(request, response, waitMs);
    const language = languageFor(request);
    const returnTo = returnOf(request);
    await queueSignInMail(this.database, { email, returnTo, language });
    response.redirect(303, signInAddress('/sign-in/sent', language, returnOf(request)));
  }

  @Get('sign-in/sent')
  sent(@Req() request: Request, @Res() response: Response): void {
    this.note(request, response, 200, 'sent', LINK_MINUTES);
  }

  /** Looking at a link doesn't use it: programs that check mails open every link. */
  @Get('sign-in/link')
  async link(@Req() request: Request, @Res() response: Response): Promise<void> {
    const secret = queryOf(request, 'secret');
    const state = await signInLinkState(this.database, secret, this.writing.now());
    if (!this.settings.email || state !== 'OPEN')
      return this.linkNote(request, response, state === 'OPEN' ? 'UNKNOWN' : state);
    this.send(response, 200, <LinkPage {...this.frame(request)} secret={secret} />);
  }

  @Post('sign-in/link')
  async followLink(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!this.settings.email) throw new NotFoundException();
    const used = await useSignInLink(this.writing, fieldOf(request, 'secret'));
    if (!used.ok) return this.linkNote(request, response, used.error.code);
    await this.enter(request, response, used.value.accountId, used.value.returnTo);
  }

  @Get('sign-in/mails')
  async keptMails(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!this.mailer.keepsMails) throw new NotFoundException();
    const mails = (await this.mailer.kept()).map((mail) => ({
      ...mail,
      link: /https?:\/\/\S+/.exec(mail.text)?.[0] ?? null,
    }));
    this.send(response, 200, <MailsPage {...this.frame(request)} mails={mails} />);
  }

  @Post('sign-in/demonstration')
  async demonstration(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!this.settings.demonstration) throw new NotFoundException();
    const personId = fieldOf(request, 'person');
    const found = UUID.test(personId) ? await signInAsPerson(this.writing, personId) : null;
    if (found?.ok !== true) return this.note(request, response, 404, 'personGone');
    await this.enter(request, response, found.value.accountId, returnOf(request));
  }

  @Post('sign-out')
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    await signOut(request, response);
    response.redirect(303, signInAddress('/sign-in/signed-out', languageFor(request)));
  }

  @Get('sign-in/signed-out')
  signedOut(@Req() request: Request, @Res() response: Response): void {
    this.note(request, response, 200, 'signedOut');
  }

  /** Begins the session, and leads to what was asked for; whoever is in no programme is told so instead. */
  private async enter(
    request: Request,
    response: Response,
    accountId: string,
    returnTo: string,
  ): Promise<void> {
    await signIn(request, accountId, this.writing.now());
    const memberships = await this.workspaces.memberships(accountId);
    // Whoever has applied to a call is led there, of whatever programme that one is.
    const isKnown = memberships.length > 0 || (await this.hasApplied(accountId));
    const home = signInAddress('/sign-in', languageFor(request));
    // Stored links were checked when they were made, but by what version of this program?
    leadOn(response, isKnown ? returnAddress(returnTo) : home);
  }

  /** Whether there is an application of the account, or one that it is asked about. */
  private async hasApplied(accountId: string): Promise<boolean> {
    const { applications } = this;
    if ((await applications.list(accountId)).length > 0) return true;
    return (await applications.toConfirm(accountId)).length > 0;
  }

  private async signInPage(
    request: Request,
    response: Response,
    badEmail: string | null,
  ): Promise<void> {
    const { provider, email, demonstration } = this.settings;
    const view = {
      returnTo: otherThanHome(returnOf(request)),
      provider: provider !== null,
      email,
      mailsShown: email && this.mailer.keepsMails,
      people: demonstration ? await demonstrationPeople(this.database) : null,
      badEmail,
    };
    const page = <SignInPage {...this.frame(request)} view={view} />;
    this.send(response, badEmail === null ? 200 : 400, page);
  }

  private providerNote(request: Request, response: Response, error: unknown): void {
    if (error instanceof ProviderRefused)
      return this.note(request, response, 400, 'providerCancelled');
    // Never the whole error: its cause may hold tokens.
    const { message, code } = error as { message?: string; code?: string };
    this.log.warn({ reason: message, code }, 'sign-in by the provider failed');
    if (error instanceof ProviderAway) return this.note(request, response, 503, 'providerAway');
    this.note(request, response, 400, 'providerFailed');
  }

  private linkNote(request: Request, response: Response, state: Exclude<LinkState, 'OPEN'>): void {
    this.note(request, response, 410, LINK_NOTES[state]);
  }

  private waitNote(request: Request, response: Response, waitMs: number): void {
    response.setHeader('Retry-After', Math.ceil(waitMs / 1_000));
    this.note(request, response, 429, 'throttled', Math.ceil(waitMs / 60_000));
  }

  private note(
    request: Request,
    response: Response,
    status: number,
    name: NoteName,
    minutes = 0,
  ): void {
    const page = (
      <NotePage
        {...this.frame(request)}
        name={name}
        path={name === 'sent' ? '/sign-in/sent' : '/sign-in'}
        returnTo={otherThanHome(returnOf(request))}
        minutes={minutes}
        mailsShown={name === 'sent' && this.mailer.keepsMails}
      />
    );
    this.send(response, status, page);
  }

  private frame(request: Request): ReturnType<typeof frameOf> {
    return frameOf(this.site, languageFor(request));
  }

  private send(response: Response, status: number, page: ReactElement): void {
    response.vary('Accept-Language');
    sendUnkept(response, status, page);
  }
}

function queryOf(request: Request, name: string): string {
  const value: unknown = request.query[name];
  return typeof value === 'string' ? value : '';
}

/** A field of a form; empty when it is missing or comes twice. */
function fieldOf(request: Request, name: string): string {
  const value = (request.body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}

function returnOf(request: Request): string {
  return returnAddress(request.query['return']);
}

/** Addresses stay short where the default is meant. */
function otherThanHome(returnTo: string): string | null {
  return returnTo === HOME ? null : returnTo;
}

/** The language that the address asks for, else the browser's. */
function languageFor(request: Request): Language {
  return languages.find((one) => one === request.query['lang']) ?? languageOf(request);
}
