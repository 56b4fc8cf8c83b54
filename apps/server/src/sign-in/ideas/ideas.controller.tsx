import { Controller, Get, Inject, NotFoundException, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { ReactElement } from 'react';
import {
  OwnIdeasReader,
  type IdeaAuthor,
  type OwnIdea,
} from '#application/ideas/own-ideas-reader.js';
import {
  editIdea,
  submitIdea,
  withdrawIdea,
  type OwnIdeaRefusal,
  type SubmitIdeaRefusal,
} from '#application/ideas/submit-idea.js';
import { ProgrammeReader, type Programme } from '#application/published/programme-reader.js';
import { SuccessesReader } from '#application/published/successes-reader.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { ideasAddress, readAddress } from '#ui/addresses.js';
import { IdeasPage } from '#ui/ideas/ideas-page.js';
import {
  EDITED,
  type IdeaFault,
  type IdeaFields,
  type IdeaNote,
  type IdeaProblem,
  type IdeasPageView,
} from '#ui/ideas/ideas-view.js';
import { renderDocument } from '#ui/render.js';
import type { Language } from '#ui/views.js';
import { Public } from '../../auth/public.js';
import { accountOf } from '../../auth/sessions.js';
import type { SignInSettings } from '../../config/env.js';
import { WRITING } from '../../database/writing.js';
import { refuseBadText } from '../../http/bad-text.js';
import { SITE, type Site } from '../../http/site.js';
import { frameOf } from '../../pages/frame-of.js';
import { inWordsOf } from '../../pages/in-words-of.js';
import { sendPage } from '../../pages/send-page.js';
import { leadOn, sendUnkept } from '../../pages/send-unkept.js';
import { SIGN_IN_SETTINGS } from '../settings.js';
import { badFields, formFaults, idOf, readForm, type SentIdea } from './ideas-form.js';
import { IDEAS_ROUTES } from './ideas-paths.js';

/** The page that is asked for, and who asks. */
type Visit = {
  readonly programme: Programme;
  readonly language: Language;
  readonly accountId: string | null;
  /** Null for whoever may bring no ideas. */
  readonly author: IdeaAuthor | null;
  /** The own ones in the programme, newest first. */
  readonly ideas: readonly OwnIdea[];
};

/** What is said of a form that was sent and isn't saved. */
type Refused = {
  readonly form: SentIdea;
  readonly faults?: readonly IdeaFault[];
  readonly problem?: IdeaProblem;
};

const NOTES = ['received', 'changed', 'withdrawn'] as const satisfies readonly IdeaNote[];

/** The page of ideas and what its forms do. Without script; who isn't signed in gets no cookie. */
@Public()
@Controller()
export class IdeasController {
  constructor(
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
    @Inject(SITE) private readonly site: Site,
    @Inject(WRITING) private readonly writing: Writing,
    private readonly programmes: ProgrammeReader,
    private readonly successes: SuccessesReader,
    private readonly ideas: OwnIdeasReader,
  ) {}

  @Get(IDEAS_ROUTES)
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.visit(request);
    response.vary('Cookie');
    if (!visit.programme.ideasOpen && visit.ideas.length === 0) throw new NotFoundException();
    const wanted = idOf(request.query[EDITED]);
    const edited = visit.ideas.find(({ id, mayChange }) => id === wanted && mayChange) ?? null;
    const note = noteOf(request.query['done'], visit);
    const view = await this.view(visit, { note, edited: edited?.id ?? null });
    if (visit.accountId !== null) return this.send(response, 200, visit, view);
    await sendPage(request, response, 'html', [view, this.site.assets.stylesheet], () =>
      renderDocument(this.page(visit, view)),
    );
  }

  @Post(IDEAS_ROUTES)
  async answer(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.visit(request);
    const form = readForm(request.body);
    const { accountId, programme } = visit;
    if (!programme.ideasOpen && visit.ideas.length === 0 && accountId !== null)
      throw new NotFoundException();
    if (accountId === null)
      return this.refuse(response, 409, visit, { form, problem: 'SIGNED_OUT' });
    const caller = { accountId, requestId: null };
    const ideaId = form.ideaId ?? '';
    const own = visit.ideas.some(({ id }) => id === ideaId);
    if (form.intent === 'withdraw') {
      if (!own) throw new NotFoundException();
      const done = await withdrawIdea(this.writing, caller, { ideaId });
      // Refused where it was taken up meanwhile: the page shows that.
      return this.done(response, visit, done.ok ? 'withdrawn' : null);
    }
    const faults = badFields(form);
    if (faults.length > 0) return this.refuse(response, 400, visit, { form, faults });
    const { topicId, ...texts } = form.fields;
    const written = { ...texts, topicId: topicId === '' ? null : topicId };
    if (form.intent === 'edit' && own) {
      const done = await editIdea(this.writing, caller, { ...written, ideaId });
      if (done.ok) return this.done(response, visit, 'changed');
      return this.refusedBy(request, response, form, done.error);
    }
    const command = { ...written, programme: programme.slug };
    const done = await submitIdea(this.writing, caller, command);
    if (done.ok) return this.done(response, visit, 'received');
    return this.refusedBy(request, response, form, done.error);
  }

  private async refusedBy(
    request: Request,
    response: Response,
    form: SentIdea,
    refusal: OwnIdeaRefusal | SubmitIdeaRefusal,
  ): Promise<void> {
    const visit = await this.visit(request);
    if (refusal.code === 'INVALID_INPUT')
      return this.refuse(response, 400, visit, { form, faults: formFaults(refusal.faults) });
    if (refusal.code === 'IDEA_MOVE_NOT_ALLOWED') {
      // What was written can still be sent as a new one.
      const anew: SentIdea = { ...form, intent: 'submit', ideaId: null };
      return this.refuse(response, 409, visit, { form: anew, problem: 'ANSWERED' });
    }
    const problem = refusal.code === 'IDEAS_NOT_OPEN' ? 'CLOSED' : 'NOT_YOU';
    return this.refuse(response, 409, visit, { form, problem });
  }

  /** Throws NotFoundException when the address is none, or no such programme is published. */
  private async visit(request: Request): Promise<Visit> {
    const address = readAddress(request.path);
    if (address?.place.page !== 'ideas') throw new NotFoundException();
    const { place, language } = address;
    refuseBadText(place, '');
    const programme = await this.programmes.bySlug(place.slug, language);
    if (programme === null) throw new NotFoundException();
    const accountId = accountOf(request);
    if (accountId === null) return { programme, language, accountId, author: null, ideas: [] };
    const [author, all] = await Promise.all([
      this.ideas.author(programme.id, accountId),
      this.ideas.list(accountId),
    ]);
    const ideas = all.filter((one) => one.programme === programme.slug);
    return { programme, language, accountId, author, ideas };
  }

  private async view(
    visit: Visit,
    shown: {
      readonly note?: IdeaNote | null;
      /** Id of the own idea that the form changes. */
      readonly edited: string | null;
      readonly refused?: Refused;
    },
  ): Promise<IdeasPageView> {
    const { programme, language, accountId, author, ideas } = visit;
    const { note = null, edited, refused } = shown;
    const written = programme.defaultLanguage;
    const topics = await this.successes.topicList({
      programmeId: programme.id,
      wanted: language,
      written,
    });
    const { provider, email, demonstration } = this.settings;
    return {
      programme,
      open: programme.ideasOpen,
      topics: topics.map(({ id, title }) => ({ value: id, label: title })),
      signedIn: accountId !== null,
      author: author && { email: author.email },
      signIn: provider !== null || email || demonstration,
      ideas: ideas.map((idea) => ({ ...idea, submittedAt: idea.submittedAt.toISOString() })),
      edited,
      fields:
        refused?.form.fields ??
        fieldsOf(
          ideas.find(({ id }) => id === edited),
          author,
        ),
      faults: refused?.faults ?? [],
      problem: refused?.problem ?? null,
      note,
      sent: refused !== undefined,
    };
  }

  /** Shows what was sent anew, with what is wrong; nothing of it is lost. */
  private async refuse(
    response: Response,
    status: number,
    visit: Visit,
    refused: Refused,
  ): Promise<void> {
    const { intent, ideaId } = refused.form;
    const view = await this.view(visit, { edited: intent === 'edit' ? ideaId : null, refused });
    this.send(response, status, visit, view);
  }

  private done(response: Response, { programme, language }: Visit, done: IdeaNote | null): void {
    const address = ideasAddress(programme.slug, language);
    leadOn(response, done === null ? address : `${address}?done=${done}`);
  }

  private send(response: Response, status: number, visit: Visit, view: IdeasPageView): void {
    sendUnkept(response, status, this.page(visit, view));
  }

  private page({ programme, language }: Visit, view: IdeasPageView): ReactElement {
    const frame = frameOf(this.site, language);
    return inWordsOf(programme, language, <IdeasPage {...frame} view={view} />);
  }
}

/** What is told, if it is so: an address can be opened at any time. */
function noteOf(done: unknown, { ideas }: Visit): IdeaNote | null {
  const note = NOTES.find((one) => one === done) ?? null;
  const fits = ideas.some(({ state }) => (note === 'withdrawn') === (state === 'WITHDRAWN'));
  return fits ? note : null;
}

function fieldsOf(idea: OwnIdea | undefined, author: IdeaAuthor | null): IdeaFields {
  return {
    name: idea?.name ?? author?.name ?? '',
    title: idea?.title ?? '',
    text: idea?.text ?? '',
    topicId: idea?.topicId ?? '',
  };
}
