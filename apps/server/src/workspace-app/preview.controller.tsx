import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isUUID } from 'class-validator';
import { readAsIfPublished, type Drafts } from '#application/published/as-if-published.js';
import { ProgrammeReader } from '#application/published/programme-reader.js';
import { PublishedVoicesReader } from '#application/published/published-voices-reader.js';
import { SuccessesReader } from '#application/published/successes-reader.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { WorkspaceReader } from '#application/workspace/workspace-reader.js';
import { languages } from '#ui/addresses.js';
import { PreviewNotice } from '#ui/parts/preview-notice.js';
import { renderDocument } from '#ui/render.js';
import { Public } from '../auth/public.js';
import { accountOf } from '../auth/sessions.js';
import { WRITING } from '../database/writing.js';
import { refuseBadText } from '../http/bad-text.js';
import { SITE, type Site } from '../http/site.js';
import { frameOf } from '../pages/frame-of.js';
import { PublicPages } from '../pages/public-pages.js';

/**
 * The successes page as it will be: the public page itself, over what would be public. For whoever may enter the
 * workspace; everyone else is answered as if there were no such programme.
 */
@Public()
@Controller('workspace')
export class PreviewController {
  constructor(
    private readonly workspaces: WorkspaceReader,
    @Inject(WRITING) private readonly writing: Writing,
    @Inject(SITE) private readonly site: Site,
  ) {}

  /** `?result=` names the draft that is taken for published, or is `all`; without it, the page is as it is now. */
  @Get(':language/:slug/preview')
  async preview(
    @Param('language') named: string,
    @Param('slug') slug: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Robots-Tag', 'noindex');
    const account = accountOf(request);
    if (account === null) {
      response.redirect(303, `/sign-in?return=${encodeURIComponent(request.originalUrl)}`);
      return;
    }
    refuseBadText(slug, '');
    const language = languages.find((one) => one === named);
    const query = new URL(request.originalUrl, 'http://reader').searchParams;
    const drafts = readDrafts(query.get('result'));
    if (language === undefined || drafts === null) throw new NotFoundException();
    const scope = await this.workspaces.enter(account, slug);
    if (scope === null) throw new NotFoundException();
    const frame = {
      ...frameOf(this.site, language),
      noindex: true,
      notice: <PreviewNotice language={language} slug={slug} drafts={drafts} />,
    };
    const page = await readAsIfPublished(this.writing.work, scope, drafts, (reader) =>
      new PublicPages(
        new ProgrammeReader(reader),
        new SuccessesReader(reader),
        new PublishedVoicesReader(reader),
      ).page({ page: 'successes', slug }, query, frame, this.writing.now()),
    );
    if (page === null) throw new NotFoundException();
    response.type('html').send(renderDocument(page.element));
  }
}

function readDrafts(named: string | null): Drafts | null {
  if (named === null) return 'NONE';
  if (named === 'all') return 'ALL';
  return isUUID(named) ? { resultId: named } : null;
}
