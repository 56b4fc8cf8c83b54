import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { ReactElement } from 'react';
import { OwnApplicationsReader } from '#application/calls/own-applications-reader.js';
import { choosePublicName, ownPublicNames } from '#application/personal-data/choose-public-name.js';
import { eraseOneself, obstaclesToErasure } from '#application/personal-data/erase-person.js';
import { makeTakeOutLink, takeOut, useTakeOutLink } from '#application/personal-data/take-out.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { WorkspaceReader } from '#application/workspace/workspace-reader.js';
import { PUBLIC_NAME_GRADES } from '#domain/measures/measure.record.js';
import { mayEnterWorkspace } from '#domain/people/policy.js';
import { languages } from '#ui/addresses.js';
import { ownDataAddress } from '#ui/own-data/own-data-frame.js';
import { OwnDataPage } from '#ui/own-data/own-data-page.js';
import { ErasedPage, TakeOutOverPage, TakeOutPage } from '#ui/own-data/take-out-page.js';
import type { Language } from '#ui/views.js';
import { Public } from '../auth/public.js';
import { accountOf, signOut } from '../auth/sessions.js';
import { Database } from '../database/database.js';
import { WRITING } from '../database/writing.js';
import { SITE, type Site } from '../http/site.js';
import { Mailer } from '../mail/mailer.js';
import { frameOf } from '../pages/frame-of.js';
import { languageOf } from '../pages/language.js';
import { leadOn, sendUnkept } from '../pages/send-unkept.js';

const SECRET = /^[\w-]{43}$/;

/**
 * What one may see and decide of the own data, whatever one is in a programme, or was. Without script; whoever isn't
 * signed in is led to the sign-in and back.
 */
@Public()
@Controller('my-data')
export class OwnDataController {
  constructor(
    @Inject(SITE) private readonly site: Site,
    @Inject(WRITING) private readonly writing: Writing,
    private readonly database: Database,
    private readonly workspaces: WorkspaceReader,
    private readonly applications: OwnApplicationsReader,
    private readonly mailer: Mailer,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const accountId = this.accountOr(request, response);
    if (accountId !== null) await this.page(request, response, accountId, 200);
  }

  @Post('public-name')
  async publicName(@Req() request: Request, @Res() response: Response): Promise<void> {
    const accountId = this.accountOr(request, response);
    if (accountId === null) return;
    const publicName = PUBLIC_NAME_GRADES.find((one) => one === fieldOf(request, 'publicName'));
    const programme = fieldOf(request, 'programme');
    const chosen =
      publicName !== undefined && /^[a-z0-9-]{1,80}$/.test(programme)
        ? await choosePublicName(
            this.writing,
            { accountId, requestId: null },
            { programme, publicName },
          )
        : null;
    this.lead(request, response, chosen?.ok === true ? '&saved=yes' : '');
  }

  /** Makes a link that is good once and leads there at once. */
  @Post('take-out')
  async takeOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    const accountId = this.accountOr(request, response);
    if (accountId === null) return;
    const secret = await makeTakeOutLink(this.writing, accountId);
    const as = fieldOf(request, 'as') === 'json' ? 'json' : 'page';
    const address = ownDataAddress(`/take-out/${secret}`, languageFor(request));
    leadOn(response, `${address}&as=${as}`);
  }

  @Get('take-out/:secret')
  async takenOut(
    @Param('secret') secret: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const accountId = this.accountOr(request, response);
    if (accountId === null) return;
    const frame = frameOf(this.site, languageFor(request));
    const at = this.writing.now();
    const isGood =
      SECRET.test(secret) && (await useTakeOutLink(this.database, accountId, secret, at));
    if (!isGood) return this.send(response, 410, <TakeOutOverPage {...frame} />);
    const data = await takeOut(this.database, accountId, at);
    if (request.query['as'] !== 'json') {
      const view = { ...data, takenOutAt: data.takenOutAt.toISOString() };
      return this.send(response, 200, <TakeOutPage {...frame} view={view} />);
    }
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Disposition', 'attachment; filename="lernschleife-my-data.json"');
    response.type('json').send(JSON.stringify(data, null, 2));
  }

  @Post('erase')
  async erase(@Req() request: Request, @Res() response: Response): Promise<void> {
    const accountId = this.accountOr(request, response);
    if (accountId === null) return;
    if (fieldOf(request, 'sure') !== 'yes')
      return this.page(request, response, accountId, 400, true);
    const erased = await eraseOneself(this.writing, accountId);
    // The page says what stands in the way.
    if (!erased.ok) return this.page(request, response, accountId, 409);
    await this.mailer.forget(erased.value.addresses);
    await signOut(request, response);
    leadOn(response, ownDataAddress('/erased', languageFor(request)));
  }

  @Get('erased')
  erased(@Req() request: Request, @Res() response: Response): void {
    this.send(response, 200, <ErasedPage {...frameOf(this.site, languageFor(request))} />);
  }

  private async page(
    request: Request,
    response: Response,
    accountId: string,
    status: number,
    notSure = false,
  ): Promise<void> {
    const [names, applications, waiting, obstacles, memberships] = await Promise.all([
      ownPublicNames(this.database, accountId),
      this.applications.list(accountId),
      this.applications.toConfirm(accountId),
      obstaclesToErasure(this.writing, accountId),
      this.workspaces.memberships(accountId),
    ]);
    const view = {
      names,
      applications: applications.map(({ programme, call, receivedAt }) => ({
        programme,
        call: call.title,
        day: receivedAt.toISOString().slice(0, 10),
      })),
      toConfirm: waiting.map(({ programme, callTitle, receivedAt }) => ({
        programme,
        call: callTitle,
        day: receivedAt.toISOString().slice(0, 10),
      })),
      obstacles,
      mayEnterWorkspace: memberships.some(({ personId, role }) =>
        mayEnterWorkspace({ personId, roles: [role] }),
      ),
      saved: request.query['saved'] === 'yes',
      notSure,
    };
    const page = <OwnDataPage {...frameOf(this.site, languageFor(request))} view={view} />;
    this.send(response, status, page);
  }

  /** The account that asks; null once the answer leads to the sign-in. */
  private accountOr(request: Request, response: Response): string | null {
    const accountId = accountOf(request);
    if (accountId !== null) return accountId;
    const language = languageFor(request);
    const back = encodeURIComponent(ownDataAddress('', language));
    leadOn(response, `/sign-in?lang=${language}&return=${back}`);
    return null;
  }

  private lead(request: Request, response: Response, query: string): void {
    leadOn(response, ownDataAddress('', languageFor(request)) + query);
  }

  private send(response: Response, status: number, page: ReactElement): void {
    response.vary('Accept-Language');
    sendUnkept(response, status, page);
  }
}

/** A field of a form; empty when it is missing or comes twice. */
function fieldOf(request: Request, name: string): string {
  const value = (request.body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}

/** The language that the address asks for, else the browser's. */
function languageFor(request: Request): Language {
  return languages.find((one) => one === request.query['lang']) ?? languageOf(request);
}
