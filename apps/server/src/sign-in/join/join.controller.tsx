import { Controller, Get, Inject, NotFoundException, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { ReactElement } from 'react';
import { CONFIRM_DAYS } from '#application/accounts/sign-in-links.js';
import { emailKey } from '#domain/people/email-key.js';
import {
  applyByEmail,
  applyToCall,
  checkApplicationByEmail,
  editApplication,
  withdrawApplication,
} from '#application/calls/apply-to-call.js';
import {
  confirmOwnApplication,
  discardApplication,
} from '#application/calls/confirm-applications.js';
import {
  JoinReader,
  type JoinableCall,
  type KnownApplicant,
} from '#application/calls/join-reader.js';
import {
  OwnApplicationsReader,
  type ApplicationToConfirm,
  type OwnApplication,
} from '#application/calls/own-applications-reader.js';
import type { OpenCall } from '#application/published/open-calls-reader.js';
import { APPLICATION_CONSENT } from '#domain/calls/consent.js';
import { ProgrammeReader, type Programme } from '#application/published/programme-reader.js';
import { SuccessesReader } from '#application/published/successes-reader.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { joinAddress, readAddress } from '#ui/addresses.js';
import { JoinPage, JoinSentPage } from '#ui/calls/join-page.js';
import type {
  JoinFault,
  JoinFields,
  JoinNote,
  JoinPageView,
  JoinProblem,
} from '#ui/calls/join-view.js';
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
import { Mailer } from '../../mail/mailer.js';
import { SIGN_IN_SETTINGS } from '../settings.js';
import { networkOf } from '../../http/network-of.js';
import { Throttle } from '../../http/throttle.js';
import { badCharacters, formFaults, readForm, textsOf, type SentForm } from './join-form.js';
import { JOIN_ROUTES } from './join-paths.js';

/** The page that is asked for, and who asks. */
type Visit = {
  readonly programme: Programme;
  readonly language: Language;
  readonly accountId: string | null;
  readonly joinable: JoinableCall;
  /** Null for whoever isn't signed in, or is and may not apply with a known address. */
  readonly applicant: KnownApplicant | null;
  /** To the open call, else the newest one in the programme. */
  readonly application: OwnApplication | null;
  /** What somebody has written under the visitor's address to the same call. */
  readonly toConfirm: ApplicationToConfirm | null;
};

/** What is said of a form that was sent and isn't saved. */
type Refused = {
  readonly form: SentForm;
  readonly faults?: readonly JoinFault[];
  readonly problem?: JoinProblem;
};

const NOTES = [
  'confirmed',
  'received',
  'changed',
  'withdrawn',
  'discarded',
] as const satisfies readonly JoinNote[];
/** After what was sent by e-mail, whatever came of it. */
const SENT = 'sent';

/** The page of a volunteer call and what its forms do. Without script; who isn't signed in gets no cookie. */
@Public()
@Controller()
export class JoinController {
  constructor(
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
    @Inject(SITE) private readonly site: Site,
    @Inject(WRITING) private readonly writing: Writing,
    private readonly programmes: ProgrammeReader,
    private readonly successes: SuccessesReader,
    private readonly calls: JoinReader,
    private readonly applications: OwnApplicationsReader,
    private readonly mailer: Mailer,
    private readonly throttle: Throttle,
  ) {}

  @Get(JOIN_ROUTES)
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.visit(request);
    const { programme, language } = visit;
    const done = request.query['done'];
    response.vary('Cookie');
    if (done === SENT) {
      const props = { programme, days: CONFIRM_DAYS, mailsShown: this.mailer.keepsMails };
      const page = <JoinSentPage {...frameOf(this.site, language)} {...props} />;
      return this.send(response, 200, visit, page);
    }
    const view = await this.view(visit, noteOf(done, visit), null);
    if (view.call === null && view.application === null && view.toConfirm === null)
      throw new NotFoundException();
    const page = <JoinPage {...frameOf(this.site, language)} view={view} />;
    if (visit.accountId !== null) return this.send(response, 200, visit, page);
    await sendPage(request, response, 'html', [view, this.site.assets.stylesheet], () =>
      renderDocument(inWordsOf(visit.programme, visit.language, page)),
    );
  }

  @Post(JOIN_ROUTES)
  async answer(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.visit(request);
    const form = readForm(request.body);
    // Programs learn nothing from the trap: the answer is that of an application by e-mail.
    if (form.trapped) return this.done(response, visit, SENT);
    const faults = badCharacters(form);
    if (faults.length > 0) return this.refuse(response, 400, visit, { form, faults });
    const { call, open } = visit.joinable;
    if (form.intent === 'withdraw') return this.withdraw(response, visit);
    if (form.intent === 'confirm' || form.intent === 'discard')
      return this.settle(response, visit, form.intent, form);
    if (call === null || !open) return this.refuse(response, 409, visit, { form });
    if (form.intent === 'edit') return this.edit(request, response, visit, form, call);
    return visit.accountId !== null && visit.applicant !== null
      ? this.apply(request, response, visit, form, call, visit.accountId)
      : this.applyByEmail(request, response, visit, form, call);
  }

  private async apply(
    request: Request,
    response: Response,
    visit: Visit,
    form: SentForm,
    call: OpenCall,
    accountId: string,
  ): Promise<void> {
    const { language } = visit;
    const command = {
      ...textsOf(form, call),
      callId: call.id,
      consentVersion: form.consent,
      language,
    };
    const done = await applyToCall(this.writing, { accountId, requestId: null }, command);
    if (done.ok) return this.done(response, visit, 'received');
    if (done.error.code === 'INVALID_INPUT') {
      const faults = formFaults(done.error.faults, call);
      return this.refuse(response, 400, visit, { form, faults });
    }
    const now = await this.visit(request);
    const problem = done.error.code === 'APPLICATION_EXISTS' ? ({ code: 'EXISTS' } as const) : null;
    return this.refuse(response, 409, now, { form, ...(problem ? { problem } : {}) });
  }

  /** Answers the same whether the address has applied before; the mail goes out after the answer. */
  private async applyByEmail(
    request: Request,
    response: Response,
    visit: Visit,
    form: SentForm,
    call: OpenCall,
  ): Promise<void> {
    const { language } = visit;
    if (!this.settings.email)
      return this.refuse(response, 409, visit, { form, problem: { code: 'SIGNED_OUT' } });
    const network = await this.throttle.count('applicants', networkOf(request.ip));
    if (network > 0) return this.throttled(response, visit, form, network);
    const { email } = form.fields;
    const command = {
      ...textsOf(form, call),
      callId: call.id,
      consentVersion: form.consent,
      email,
      language,
    };
    const checked = await checkApplicationByEmail(this.writing, command);
    if (!checked.ok) {
      if (checked.error.code !== 'INVALID_INPUT')
        return this.refuse(response, 409, await this.visit(request), { form });
      const faults = formFaults(checked.error.faults, call);
      return this.refuse(response, 400, visit, { form, faults });
    }
    // Only what would send a mail counts for the address: a forgotten field keeps nobody waiting.
    const address = await this.throttle.count('address', emailKey(email));
    if (address > 0) return this.throttled(response, visit, form, address);
    const kept = await applyByEmail(this.writing, command);
    // Meanwhile the call has ended.
    if (!kept.ok) return this.refuse(response, 409, await this.visit(request), { form });
    this.done(response, visit, SENT);
  }

  private async edit(
    request: Request,
    response: Response,
    visit: Visit,
    form: SentForm,
    call: OpenCall,
  ): Promise<void> {
    const { accountId, application } = visit;
    if (accountId === null || application === null)
      return this.refuse(response, 409, visit, { form, problem: { code: 'SIGNED_OUT' } });
    const { id: applicationId } = application;
    const command = { ...textsOf(form, call), applicationId };
    const done = await editApplication(this.writing, { accountId, requestId: null }, command);
    if (done.ok) return this.done(response, visit, 'changed');
    if (done.error.code === 'INVALID_INPUT') {
      const faults = formFaults(done.error.faults, call);
      return this.refuse(response, 400, visit, { form, faults });
    }
    const now = await this.visit(request);
    const withdrawn = now.application?.state === 'WITHDRAWN';
    return this.refuse(response, 409, now, {
      form,
      ...(withdrawn ? { problem: { code: 'WITHDRAWN' } } : {}),
    });
  }

  private async withdraw(response: Response, visit: Visit): Promise<void> {
    const { accountId, application } = visit;
    if (accountId === null || application === null) throw new NotFoundException();
    const command = { applicationId: application.id };
    await withdrawApplication(this.writing, { accountId, requestId: null }, command);
    // Refused where it is withdrawn already, or declined: the page says what holds.
    this.done(response, visit, 'withdrawn');
  }

  /** Says of what somebody has written under the own address whether it is meant, as it was read. */
  private async settle(
    response: Response,
    visit: Visit,
    intent: 'confirm' | 'discard',
    { seen }: SentForm,
  ): Promise<void> {
    if (visit.accountId === null || seen === null) throw new NotFoundException();
    if (intent === 'confirm') await confirmOwnApplication(this.writing, visit.accountId, seen);
    else await discardApplication(this.writing, visit.accountId, seen);
    // Refused where it says something else by now, or has gone: the page says what holds.
    this.done(response, visit, intent === 'confirm' ? 'confirmed' : 'discarded');
  }

  /** Throws NotFoundException when the address is none, or no such programme is published. */
  private async visit(request: Request): Promise<Visit> {
    const address = readAddress(request.path);
    if (address?.place.page !== 'join') throw new NotFoundException();
    const { place, language } = address;
    refuseBadText(place, '');
    const programme = await this.programmes.bySlug(place.slug, language);
    const joinable = programme && (await this.calls.call(programme.id));
    if (programme === null || joinable === null) throw new NotFoundException();
    const accountId = accountOf(request);
    if (accountId === null)
      return {
        ...{ programme, language, accountId, joinable },
        ...{ applicant: null, application: null, toConfirm: null },
      };
    const [applicant, all, waiting] = await Promise.all([
      this.calls.applicant(programme.id, joinable, accountId),
      this.applications.list(accountId),
      this.applications.toConfirm(accountId),
    ]);
    const here = all.filter((one) => one.programme === programme.slug);
    const application = joinable.open
      ? here.find((one) => one.call.id === joinable.call?.id)
      : here[0];
    return {
      programme,
      language,
      accountId,
      joinable,
      applicant,
      application: application ?? null,
      toConfirm:
        waiting.find(
          (one) =>
            one.programme === programme.slug &&
            (!joinable.open || one.callId === joinable.call?.id),
        ) ?? null,
    };
  }

  /** What the page shows; `refused` is a form that was sent just now. */
  private async view(
    visit: Visit,
    note: JoinNote | null,
    refused: Refused | null,
  ): Promise<JoinPageView> {
    const { programme, language, joinable, applicant, application, toConfirm } = visit;
    const { open, retentionDays } = joinable;
    const call = open ? joinable.call : (application?.call ?? joinable.call);
    const written = programme.defaultLanguage;
    const topics =
      call === null
        ? []
        : await this.successes.topicList({ programmeId: programme.id, wanted: language, written });
    const { provider, email, demonstration } = this.settings;
    return {
      programme,
      call: call && {
        ...call,
        title: { text: call.title, language: written },
        text: { text: call.text, language: written },
      },
      open,
      consentVersion: APPLICATION_CONSENT,
      retentionDays,
      topics: topics.map(({ id, title }) => ({ value: id, label: title })),
      applicant: applicant && { email: applicant.email },
      byEmail: email,
      signIn: provider !== null || email || demonstration,
      application: application && {
        ...application,
        receivedAt: application.receivedAt.toISOString(),
      },
      toConfirm: toConfirm && {
        ...toConfirm,
        receivedAt: toConfirm.receivedAt.toISOString(),
        fields: fieldsOf(toConfirm, null),
      },
      fields: refused?.form.fields ?? fieldsOf(application, applicant),
      faults: refused?.faults ?? [],
      problem: refused?.problem ?? null,
      note,
      sent: refused !== null,
    };
  }

  /** Shows what was sent anew, with what is wrong; nothing of it is lost. */
  private async refuse(
    response: Response,
    status: number,
    visit: Visit,
    refused: Refused,
  ): Promise<void> {
    const view = await this.view(visit, null, refused);
    const page = <JoinPage {...frameOf(this.site, visit.language)} view={view} />;
    this.send(response, status, visit, page);
  }

  private throttled(
    response: Response,
    visit: Visit,
    form: SentForm,
    waitMs: number,
  ): Promise<void> {
    response.setHeader('Retry-After', Math.ceil(waitMs / 1_000));
    const problem = { code: 'THROTTLED', minutes: Math.ceil(waitMs / 60_000) } as const;
    return this.refuse(response, 429, visit, { form, problem });
  }

  private done(
    response: Response,
    { programme, language }: Visit,
    done: JoinNote | typeof SENT,
  ): void {
    leadOn(response, `${joinAddress(programme.slug, language)}?done=${done}`);
  }

  private send(response: Response, status: number, visit: Visit, page: ReactElement): void {
    sendUnkept(response, status, inWordsOf(visit.programme, visit.language, page));
  }
}

/** What is told, if it is so: an address can be opened at any time. */
function noteOf(done: unknown, { application, toConfirm, accountId }: Visit): JoinNote | null {
  const note = NOTES.find((one) => one === done) ?? null;
  if (note === 'discarded') return accountId === null || toConfirm !== null ? null : note;
  if (note === null || application === null) return null;
  return (note === 'withdrawn') === (application.state === 'WITHDRAWN') ? note : null;
}

function fieldsOf(
  application: OwnApplication | ApplicationToConfirm | null,
  applicant: KnownApplicant | null,
): JoinFields {
  return {
    name: application?.name ?? applicant?.name ?? '',
    email: '',
    motivation: application?.motivation ?? '',
    qualifications: application?.qualifications ?? [],
    topicIds: application?.topicIds ?? [],
    lastLoop: String(application?.lastLoop ?? ''),
    answers: Object.fromEntries(
      (application?.answers ?? []).map(({ questionId, text }) => [questionId, text]),
    ),
    consent: false,
  };
}
