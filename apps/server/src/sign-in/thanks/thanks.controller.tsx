import { Controller, Get, Inject, NotFoundException, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { ReactElement } from 'react';
import { ProgrammeReader, type Programme } from '#application/published/programme-reader.js';
import { SuccessesReader } from '#application/published/successes-reader.js';
import type { Success } from '#application/published/success-rows.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { OwnThanksReader, type OwnThanks } from '#application/voices/own-thanks-reader.js';
import { takeBackThanks, thankForMeasure } from '#application/voices/thanks.js';
import { readAddress, thanksAddress } from '#ui/addresses.js';
import { renderDocument } from '#ui/render.js';
import { ThanksPage } from '#ui/thanks/thanks-page.js';
import { thanksFields, type ThanksNote, type ThanksPageView } from '#ui/thanks/thanks-view.js';
import type { Language } from '#ui/views.js';
import { Public } from '../../auth/public.js';
import { accountOf } from '../../auth/sessions.js';
import type { SignInSettings } from '../../config/env.js';
import { WRITING } from '../../database/writing.js';
import { badTextOf, refuseBadText } from '../../http/bad-text.js';
import { SITE, type Site } from '../../http/site.js';
import { frameOf } from '../../pages/frame-of.js';
import { inWordsOf } from '../../pages/in-words-of.js';
import { sendPage } from '../../pages/send-page.js';
import { leadOn, sendUnkept } from '../../pages/send-unkept.js';
import { SIGN_IN_SETTINGS } from '../settings.js';
import { THANKS_ROUTES } from './thanks-paths.js';

/** The success that the page is about, and who asks. */
type Visit = {
  readonly programme: Programme;
  readonly success: Success;
  readonly language: Language;
  readonly accountId: string | null;
  /** Null for whoever can give no thanks. */
  readonly own: readonly OwnThanks[] | null;
};

/** What the page tells besides the visit. */
type Shown = Partial<Pick<ThanksPageView, 'text' | 'fault' | 'problem' | 'note'>>;

const FAULTS: Readonly<Record<string, ThanksPageView['fault']>> = {
  MISSING: 'MISSING',
  TOO_LONG: 'TOO_LONG',
};

/** Where the people of a success are thanked. Without script; who isn't signed in gets no cookie. */
@Public()
@Controller()
export class ThanksController {
  constructor(
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
    @Inject(SITE) private readonly site: Site,
    @Inject(WRITING) private readonly writing: Writing,
    private readonly programmes: ProgrammeReader,
    private readonly successes: SuccessesReader,
    private readonly thanks: OwnThanksReader,
  ) {}

  @Get(THANKS_ROUTES)
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.visit(request);
    response.vary('Cookie');
    const note = noteOf(request.query['done'], visit);
    if (visit.accountId !== null) return this.send(response, 200, visit, { note });
    const view = this.view(visit, {});
    await sendPage(request, response, 'html', [view, this.site.assets.stylesheet], () =>
      renderDocument(this.page(visit, view)),
    );
  }

  @Post(THANKS_ROUTES)
  async answer(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.visit(request);
    const { accountId, success, own } = visit;
    const { text, thanksId, takesBack } = readForm(request.body);
    if (accountId === null) return this.send(response, 409, visit, { text, problem: 'SIGNED_OUT' });
    const caller = { accountId, requestId: null };
    if (takesBack) {
      if (!own?.some(({ id }) => id === thanksId)) throw new NotFoundException();
      // Refused only where it is gone already.
      await takeBackThanks(this.writing, caller, { thanksId });
      return this.done(response, visit, 'takenBack');
    }
    if (badTextOf(text, 'text') !== null)
      return this.send(response, 400, visit, { text, fault: 'BAD_CHARACTER' });
    const { measureId } = success;
    const given = await thankForMeasure(this.writing, caller, { measureId, text });
    if (given.ok) return this.done(response, visit, 'given');
    if (given.error.code !== 'INVALID_INPUT')
      return this.send(response, 409, visit, { text, problem: 'NOT_YOU' });
    const fault = FAULTS[given.error.faults[0]?.problem ?? ''] ?? 'OTHER';
    return this.send(response, 400, visit, { text, fault });
  }

  /** Throws NotFoundException when the address is none, or nothing is published there. */
  private async visit(request: Request): Promise<Visit> {
    const address = readAddress(request.path);
    if (address?.place.page !== 'thanks') throw new NotFoundException();
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
    const { success } = found;
    const accountId = accountOf(request);
    const own =
      accountId === null ? null : await this.thanks.ofMeasure(accountId, success.measureId);
    return { programme, success, language, accountId, own };
  }

  private view({ programme, success, accountId, own }: Visit, shown: Shown): ThanksPageView {
    const { provider, email, demonstration } = this.settings;
    return {
      programme,
      key: success.key,
      question: success.question,
      measureTitle: success.measureTitle,
      signedIn: accountId !== null,
      signIn: provider !== null || email || demonstration,
      own: own?.map((one) => ({ ...one, at: one.at.toISOString() })) ?? null,
      text: shown.text ?? '',
      sent: shown.text !== undefined,
      fault: shown.fault ?? null,
      problem: shown.problem ?? null,
      note: shown.note ?? null,
    };
  }

  private done(
    response: Response,
    { programme, success, language }: Visit,
    done: ThanksNote,
  ): void {
    leadOn(response, `${thanksAddress(programme.slug, success.key, language)}?done=${done}`);
  }

  private send(response: Response, status: number, visit: Visit, shown: Shown): void {
    sendUnkept(response, status, this.page(visit, this.view(visit, shown)));
  }

  private page({ programme, language }: Visit, view: ThanksPageView): ReactElement {
    const frame = frameOf(this.site, language);
    return inWordsOf(programme, language, <ThanksPage {...frame} view={view} />);
  }
}

/** What is told, if it can be so: an address can be opened at any time. */
function noteOf(done: unknown, { own }: Visit): ThanksNote | null {
  if (own === null) return null;
  if (done === 'takenBack') return done;
  return done === 'given' && own.length > 0 ? done : null;
}

/** Reads the body of a form; a name that came several times counts once. */
function readForm(body: unknown): {
  readonly text: string;
  readonly thanksId: string;
  readonly takesBack: boolean;
} {
  const sent = (body ?? {}) as Readonly<Record<string, string | readonly string[]>>;
  const one = (name: string): string =>
    // As text areas have them: browsers send two characters for each line's end.
    ([sent[name] ?? ''].flat()[0] ?? '').replaceAll('\r\n', '\n');
  return {
    text: one(thanksFields.text),
    thanksId: one(thanksFields.thanks),
    takesBack: one(thanksFields.intent) === 'take-back',
  };
}
