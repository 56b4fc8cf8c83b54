import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CallsReader, type WorkspaceCall } from '#application/calls/calls-reader.js';
import { ProgrammeSettingsReader } from '#application/programmes/programme-settings-reader.js';
import { readAsIfPublished } from '#application/published/as-if-published.js';
import { ProgrammeReader } from '#application/published/programme-reader.js';
import { SuccessesReader } from '#application/published/successes-reader.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { WorkspaceReader } from '#application/workspace/workspace-reader.js';
import { APPLICATION_CONSENT } from '#domain/calls/consent.js';
import { languages } from '#ui/addresses.js';
import { JoinPage } from '#ui/calls/join-page.js';
import type { CallView } from '#ui/calls/join-view.js';
import { PreviewNotice } from '#ui/parts/preview-notice.js';
import { Public } from '../../auth/public.js';
import { accountOf } from '../../auth/sessions.js';
import type { SignInSettings } from '../../config/env.js';
import { WRITING } from '../../database/writing.js';
import { refuseBadText } from '../../http/bad-text.js';
import { SITE, type Site } from '../../http/site.js';
import { frameOf } from '../../pages/frame-of.js';
import { inWordsOf } from '../../pages/in-words-of.js';
import { sendUnkept } from '../../pages/send-unkept.js';
import { SIGN_IN_SETTINGS } from '../settings.js';
import { readForm } from './join-form.js';

/**
 * The page of a call as it will be while it is open, its form without a way to send it. For whoever may enter the
 * workspace; everyone else is answered as if there were no such programme.
 */
@Public()
@Controller('workspace')
export class JoinPreviewController {
  constructor(
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
    @Inject(SITE) private readonly site: Site,
    @Inject(WRITING) private readonly writing: Writing,
    private readonly workspaces: WorkspaceReader,
    private readonly calls: CallsReader,
    private readonly programmes: ProgrammeSettingsReader,
  ) {}

  /** A call that lacks something of what the page says has no page yet. */
  @Get(':language/:slug/calls/:key/preview')
  async preview(
    @Param('language') named: string,
    @Param('slug') slug: string,
    @Param('key') key: string,
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
    refuseBadText({ slug, key }, '');
    const language = languages.find((one) => one === named);
    const scope = await this.workspaces.enter(account, slug);
    if (language === undefined || scope === null) throw new NotFoundException();
    const [call, settings] = await Promise.all([
      this.calls.call(scope, key),
      this.programmes.programme(scope),
    ]);
    const written = settings.defaultLanguage;
    const shown = call && viewOf(call, written);
    if (shown === null) throw new NotFoundException();
    const read = await readAsIfPublished(this.writing.work, scope, 'NONE', async (reader) => ({
      programme: await new ProgrammeReader(reader).bySlug(slug, language),
      topics: await new SuccessesReader(reader).topicList({
        programmeId: scope.programmeId,
        wanted: language,
        written,
      }),
    }));
    if (read.programme === null) throw new NotFoundException();
    const programme = { ...read.programme, callOpen: true };
    const { provider, email, demonstration } = this.settings;
    const page = (
      <JoinPage
        {...frameOf(this.site, language)}
        noindex
        notice={<PreviewNotice language={language} slug={slug} drafts={{ callKey: key }} />}
        view={{
          programme,
          call: shown,
          open: true,
          consentVersion: APPLICATION_CONSENT,
          retentionDays: settings.applicationRetentionDays,
          topics: read.topics.map(({ id, title }) => ({ value: id, label: title })),
          applicant: null,
          // Where one has to sign in first the public page shows no form, and the circle couldn't read its questions.
          byEmail: true,
          signIn: provider !== null || email || demonstration,
          application: null,
          toConfirm: null,
          fields: readForm(null).fields,
          faults: [],
          problem: null,
          note: null,
          sent: false,
          preview: true,
        }}
      />
    );
    sendUnkept(response, 200, inWordsOf(programme, language, page));
  }
}

/** A call as its page shows it; null as long as it lacks something that the page says. */
function viewOf(call: WorkspaceCall, written: string): CallView | null {
  const { title, text, closesOn, seats, firstLoop, minimumTerm, qualifications, questions } = call;
  if (text === null || closesOn === null || seats === null) return null;
  if (firstLoop === null || minimumTerm === null) return null;
  return {
    title: { text: title, language: written },
    text: { text, language: written },
    ...{ closesOn, seats, firstLoop, minimumTerm, qualifications, questions },
  };
}
