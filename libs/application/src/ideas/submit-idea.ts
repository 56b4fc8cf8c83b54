import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  mayBringAnother,
  mayChangeIdea,
  mayWithdrawIdea,
  type IdeaMoveNotAllowed,
} from '#domain/ideas/decide-idea.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { IdeaEntity } from '#persistence/ideas/idea.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import { addressToApplyWith } from '../calls/answerable-call.js';
import { mailIdeaReceived } from '../mail/causes.js';
import { eraseMails } from '../personal-data/erase-mails.js';
import { once, type Caller, type RequestReused } from '../shared/caller.js';
import { given, textFaults } from '../shared/check-texts.js';
import type { InputFault, InvalidInput, NotFound } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';

/** What an author writes. */
export type IdeaTexts = {
  readonly name?: string | null | undefined;
  readonly title?: string | null | undefined;
  /** Plain text. */
  readonly text?: string | null | undefined;
  /** A public topic that it belongs to; null for none. */
  readonly topicId?: string | null | undefined;
};
export type SubmitIdeaCommand = IdeaTexts & {
  /** Slug of the programme. */
  readonly programme: string;
  readonly name: string;
  readonly title: string;
  readonly text: string;
};
/** What is left out stays as it is. An idea has one author, so that the last write may win. */
export type EditIdeaCommand = IdeaTexts & { readonly ideaId: string };
export type IdeaWritten = { readonly ideaId: string };

/** The programme takes no ideas. */
export type IdeasNotOpen = { readonly code: 'IDEAS_NOT_OPEN' };
export type SubmitIdeaRefusal = NotFound | InvalidInput | IdeasNotOpen | RequestReused;
export type OwnIdeaRefusal = NotFound | InvalidInput | IdeaMoveNotAllowed | RequestReused;
type Answer = Promise<Result<IdeaWritten, OwnIdeaRefusal>>;

/**
 * Brings an idea to a programme as the account: for whoever may apply to its calls. NOT_FOUND for everyone else, and for
 * programmes that aren't published and don't know the account. The circle is told.
 */
export function submitIdea(
  { work, now }: Writing,
  caller: Caller,
  command: SubmitIdeaCommand,
): Promise<Result<IdeaWritten, SubmitIdeaRefusal>> {
  type Answered = Result<IdeaWritten, SubmitIdeaRefusal>;
  const { accountId } = caller;
  return work.run<IdeaWritten, SubmitIdeaRefusal>((em) =>
    once(em, caller, { ...command, intent: 'submitIdea' }, async (): Promise<Answered> => {
      const [programme] = await em.query<
        { id: string; domains: readonly string[]; open: boolean }[]
      >(
        `SELECT p.id, p.application_domains AS domains, p.ideas_open AS open FROM programme p
         WHERE p.slug = $1 AND (p.published
           OR EXISTS (SELECT FROM person me WHERE me.programme_id = p.id AND me.account_id = $2))`,
        [command.programme, accountId],
      );
      if (programme === undefined) return err({ code: 'NOT_FOUND' });
      const { id: programmeId, domains, open } = programme;
      const email = await addressToApplyWith(em, { programmeId, domains }, accountId);
      if (email === null) return err({ code: 'NOT_FOUND' });
      if (!open) return err({ code: 'IDEAS_NOT_OPEN' });
      const at = now();
      const faults = await ideaFaults(em, programmeId, command);
      if (!mayBringAnother(await ideasOfLastDay(em, programmeId, accountId, at)))
        faults.push({ field: 'text', problem: 'TOO_OFTEN' });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const { name, title, text, topicId = null } = command;
      const ideaId = uuidv7();
      await em.insert(IdeaEntity, {
        id: ideaId,
        programmeId,
        accountId,
        // None is known of some people; they follow their idea on its page.
        email: email === '' ? null : email,
        name,
        title,
        text,
        topicId,
        createdAt: at,
      });
      await mailIdeaReceived(em, { id: ideaId, programmeId, accountId, title, at });
      return ok({ ideaId });
    }),
  );
}

/** Changes the own idea, as long as the circle hasn't said anything of it; what is left out stays as it is. */
export function editIdea({ work }: Writing, caller: Caller, command: EditIdeaCommand): Answer {
  const { ideaId, name, title, text, topicId } = command;
  const { accountId } = caller;
  return work.run<IdeaWritten, OwnIdeaRefusal>((em) =>
    once(em, caller, { ...command, intent: 'editIdea' }, async (): Answer => {
      const idea = await lockOwn(em, ideaId, accountId);
      // Whoever may bring none any more may not write either.
      if (idea === null || !(await mayBring(em, idea.programmeId, accountId)))
        return err({ code: 'NOT_FOUND' });
      if (!mayChangeIdea(idea.state))
        return err({ code: 'IDEA_MOVE_NOT_ALLOWED', from: idea.state });
      const faults = await ideaFaults(em, idea.programmeId, command);
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      await em.update(
        IdeaEntity,
        { id: ideaId },
        {
          ...given({
            // None of these is null by now.
            name: name ?? undefined,
            title: title ?? undefined,
            text: text ?? undefined,
            topicId,
          }),
          version: idea.version + 1,
        },
      );
      return ok({ ideaId });
    }),
  );
}

/** Withdraws the own idea, and erases what it says; name and address stay as the fact that there was one. */
export function withdrawIdea(
  { work }: Writing,
  caller: Caller,
  command: { readonly ideaId: string },
): Answer {
  const { ideaId } = command;
  return work.run<IdeaWritten, OwnIdeaRefusal>((em) =>
    once(em, caller, { ...command, intent: 'withdrawIdea' }, async (): Answer => {
      const idea = await lockOwn(em, ideaId, caller.accountId);
      if (idea === null) return err({ code: 'NOT_FOUND' });
      if (!mayWithdrawIdea(idea.state))
        return err({ code: 'IDEA_MOVE_NOT_ALLOWED', from: idea.state });
      await em.update(
        IdeaEntity,
        { id: ideaId },
        {
          state: 'WITHDRAWN',
          title: null,
          text: null,
          topicId: null,
          reason: null,
          version: idea.version + 1,
        },
      );
      // Mails that wait, or were given up, still tell its title.
      await eraseMails(em, { personIds: [], records: [ideaId], addresses: [], everywhere: false });
      return ok({ ideaId });
    }),
  );
}

async function ideasOfLastDay(
  em: EntityManager,
  programmeId: string,
  accountId: string,
  at: Date,
): Promise<number> {
  const [found] = await em.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM idea
     WHERE account_id = $1 AND programme_id = $2 AND created_at > $3::timestamptz - interval '1 day'`,
    [accountId, programmeId, at],
  );
  return found?.count ?? 0;
}

function lockOwn(em: EntityManager, id: string, accountId: string): Promise<IdeaEntity | null> {
  return em.findOne(IdeaEntity, { where: { id, accountId }, lock: { mode: 'pessimistic_write' } });
}

async function mayBring(
  em: EntityManager,
  programmeId: string,
  accountId: string,
): Promise<boolean> {
  const [programme] = await em.query<{ domains: readonly string[] }[]>(
    'SELECT application_domains AS domains FROM programme WHERE id = $1',
    [programmeId],
  );
  const { domains = [] } = programme ?? {};
  return (await addressToApplyWith(em, { programmeId, domains }, accountId)) !== null;
}

/** Every fault of what an author writes; what is left out has none. */
async function ideaFaults(
  em: EntityManager,
  programmeId: string,
  { name, title, text, topicId }: IdeaTexts,
): Promise<InputFault[]> {
  const faults = textFaults(
    { field: 'name', text: name, longest: LIMITS.name, required: true },
    { field: 'title', text: title, longest: LIMITS.title, required: true },
    { field: 'text', text, longest: LIMITS.text, required: true },
  );
  if (topicId) {
    const found = await em.query<unknown[]>(
      'SELECT id FROM published_topic WHERE programme_id = $1 AND id = $2',
      [programmeId, topicId],
    );
    if (found.length === 0) faults.push({ field: 'topicId', problem: 'UNKNOWN' });
  }
  return faults;
}
