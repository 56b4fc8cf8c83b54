import { Controller, Get, Inject, NotFoundException, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { ReactElement } from 'react';
import { ProgrammeReader, type Programme } from '#application/published/programme-reader.js';
import { VOICE_CONSENT_VERSION } from '#application/published/published-voices-reader.js';
import { SuccessesReader } from '#application/published/successes-reader.js';
import type { Success } from '#application/published/success-rows.js';
import type { InputFault } from '#application/shared/refusals.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { giveVoice } from '#application/voices/give-voice.js';
import { feedbackAddress, readAddress } from '#ui/addresses.js';
import { renderDocument } from '#ui/render.js';
import type { Language } from '#ui/views.js';
import { FeedbackClosedPage, FeedbackPage, FeedbackSentPage } from '#ui/voices/feedback-page.js';
import {
  feedbackFields,
  type FeedbackFault,
  type FeedbackField,
  type FeedbackFields,
  type FeedbackPageView,
} from '#ui/voices/voice-view.js';
import { Public } from '../auth/public.js';
import { WRITING } from '../database/writing.js';
import { badTextOf, refuseBadText } from '../http/bad-text.js';
import { networkOf } from '../http/network-of.js';
import { SITE, type Site } from '../http/site.js';
import { frameOf } from '../pages/frame-of.js';
import { inWordsOf } from '../pages/in-words-of.js';
import { sendPage } from '../pages/send-page.js';
import { leadOn, sendUnkept } from '../pages/send-unkept.js';
import { Throttle } from '../http/throttle.js';
import { FEEDBACK_ROUTES } from './feedback-paths.js';

/** The success that a page is about. */
type Visit = {
  readonly programme: Programme;
  readonly success: Success;
  readonly language: Language;
};

/** What the form has sent. */
type SentForm = {
  readonly fields: FeedbackFields;
  /** Version of the text that is agreed to; null for none. */
  readonly consent: string | null;
  /** Whether the field that people don't see was filled in. */
  readonly trapped: boolean;
};

/** What is said of a form that was sent and isn't kept. */
type Refused = Partial<Pick<FeedbackPageView, 'fields' | 'faults' | 'waitMinutes'>>;

const EMPTY: FeedbackFields = { kind: 'QUESTION', text: '', email: '', agrees: false };
const SENT = 'sent';

/** Where readers ask or say something of a success. Without script, session or cookie. */
@Public()
@Controller()
export class FeedbackController {
  constructor(
    @Inject(SITE) private readonly site: Site,
    @Inject(WRITING) private readonly writing: Writing,
    private readonly programmes: ProgrammeReader,
    private readonly successes: SuccessesReader,
    private readonly throttle: Throttle,
  ) {}

  @Get(FEEDBACK_ROUTES)
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.visit(request);
    if (!visit.programme.feedbackOpen) throw new NotFoundException();
    const sent = request.query['done'] === SENT;
    const view = viewOf(visit, {});
    const frame = frameOf(this.site, visit.language);
    const page = sent ? (
      <FeedbackSentPage {...frame} view={view} />
    ) : (
      <FeedbackPage {...frame} view={view} />
    );
    await sendPage(request, response, 'html', [view, sent, this.site.assets.stylesheet], () =>
      renderDocument(inWordsOf(visit.programme, visit.language, page)),
    );
  }

  @Post(FEEDBACK_ROUTES)
  async take(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.visit(request);
    const { success, language } = visit;
    const { fields, consent, trapped } = readForm(request.body);
    // Programs learn nothing from the trap.
    if (trapped) return this.done(response, visit);
    const faults = badCharacters(fields);
    if (faults.length > 0) return this.refuse(response, 400, visit, { fields, faults });
    const wait = Math.max(
      await this.throttle.count('reader', networkOf(request.ip)),
      await this.throttle.count('success', success.measureId),
    );
    if (wait > 0) {
      response.setHeader('Retry-After', Math.ceil(wait / 1_000));
      const waitMinutes = Math.ceil(wait / 60_000);
      return this.refuse(response, 429, visit, { fields, waitMinutes });
    }
    const { kind, text, email } = fields;
    const given = await giveVoice(this.writing, {
      measureId: success.measureId,
      kind,
      text,
      email,
      language,
      consentVersion: consent,
    });
    if (given.ok) return this.done(response, visit);
    if (given.error.code === 'INVALID_INPUT')
      return this.refuse(response, 400, visit, { fields, faults: formFaults(given.error.faults) });
    const page = (
      <FeedbackClosedPage {...frameOf(this.site, language)} view={viewOf(visit, { fields })} />
    );
    this.send(response, 409, visit, page);
  }

  /** Throws NotFoundException when the address is none, or nothing is published there. */
  private async visit(request: Request): Promise<Visit> {
    const address = readAddress(request.path);
    if (address?.place.page !== 'feedback') throw new NotFoundException();
    const { place, language } = address;
    refuseBadText(place, '');
    const programme = await this.programmes.bySlug(place.slug, language);
    const found =
      programme &&
      (await this.successes.byMeasureKey(
        { programmeId: programme.id, wanted: language, written: programme.defaultLanguage },
        place.measureKey,
      ));
    if (!programme || !found) throw new NotFoundException();
    return { programme, success: found.success, language };
  }

  /** Shows what was sent anew, with what is wrong; nothing of it is lost. */
  private refuse(response: Response, status: number, visit: Visit, refused: Refused): void {
    const view = viewOf(visit, refused);
    const page = <FeedbackPage {...frameOf(this.site, visit.language)} view={view} />;
    this.send(response, status, visit, page);
  }

  private done(response: Response, { programme, success, language }: Visit): void {
    leadOn(response, `${feedbackAddress(programme.slug, success.key, language)}?done=${SENT}`);
  }

  private send(response: Response, status: number, visit: Visit, page: ReactElement): void {
    sendUnkept(response, status, inWordsOf(visit.programme, visit.language, page));
  }
}

function viewOf({ programme, success }: Visit, refused: Refused): FeedbackPageView {
  const { fields = EMPTY, faults = [], waitMinutes = null } = refused;
  return {
    programme,
    key: success.key,
    question: success.question,
    measureTitle: success.measureTitle,
    consentVersion: VOICE_CONSENT_VERSION,
    fields,
    faults,
    waitMinutes,
  };
}

/** Reads the body of the form; a name that came several times counts once. */
function readForm(body: unknown): SentForm {
  const sent = (body ?? {}) as Readonly<Record<string, string | readonly string[]>>;
  const one = (name: string): string =>
    // As text areas have them: browsers send two characters for each line's end.
    ([sent[name] ?? ''].flat()[0] ?? '').replaceAll('\r\n', '\n');
  const consent = one(feedbackFields.consent);
  return {
    fields: {
      kind: one(feedbackFields.kind) === 'FEEDBACK' ? 'FEEDBACK' : 'QUESTION',
      text: one(feedbackFields.text),
      email: one(feedbackFields.email).trim(),
      agrees: consent !== '',
    },
    consent: consent === '' ? null : consent,
    trapped: one(feedbackFields.trap) !== '',
  };
}

/** The fields with characters that can't be stored. */
function badCharacters({ text, email }: FeedbackFields): FeedbackFault[] {
  return Object.entries({ text, email })
    .filter(([field, value]) => badTextOf(value, field) !== null)
    .map(([field]) => ({ field: field as FeedbackField, problem: 'BAD_CHARACTER' }));
}

function formFaults(faults: readonly InputFault[]): FeedbackFault[] {
  const fields: Readonly<Record<string, FeedbackField>> = { text: 'text', email: 'email' };
  return faults.map(({ field, ...fault }) => ({ ...fault, field: fields[field] ?? 'consent' }));
}
