import { Controller, Get, Inject, Req, Res, ServiceUnavailableException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { languages } from '#ui/addresses.js';
import { renderDocument } from '#ui/render.js';
import { Public } from '../auth/public.js';
import { accountOf } from '../auth/sessions.js';
import { SITE, type Site } from '../http/site.js';
import { languageOf } from '../pages/language.js';
import { WorkspaceShell } from './workspace-shell.js';

/** Scripts of this origin alone, and none within the page: an injected one would not run. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Every address of the workspace answers the same document; whoever isn't signed in is led to the sign-in and back.
 * What one may see there is judged by the queries that the document's script sends.
 */
@Public()
@Controller('workspace')
export class WorkspaceAppController {
  constructor(@Inject(SITE) private readonly site: Site) {}

  @Get()
  start(@Req() request: Request, @Res() response: Response): void {
    this.shell(request, response);
  }

  @Get('*path')
  shell(@Req() request: Request, @Res() response: Response): void {
    response.setHeader('Cache-Control', 'no-store');
    if (accountOf(request) === null) {
      response.redirect(303, `/sign-in?return=${encodeURIComponent(request.originalUrl)}`);
      return;
    }
    const { assets, web, demonstration } = this.site;
    if (web === null)
      throw new ServiceUnavailableException('The workspace is not built: npm run build');
    const named = request.path.split('/')[2];
    const language = languages.find((one) => one === named) ?? languageOf(request);
    response.setHeader('Content-Security-Policy', POLICY);
    response
      .type('html')
      .send(renderDocument(WorkspaceShell({ language, assets, web, demonstration })));
  }
}
