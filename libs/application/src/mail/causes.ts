import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { ApplicationNews } from '#domain/calls/call.record.js';
import { emailKey } from '#domain/people/email-key.js';
import { CIRCLE_ROLES, WORKSPACE_ROLES } from '#domain/people/actor.js';
import type { MailLanguage } from '#domain/mail/mail-kind.js';
import type { MeasureEntity } from '#persistence/measures/measure.entity.js';
import type { VoiceEntity } from '#persistence/voices/voice.entity.js';
import type { MeasureScope } from '../measures/write-measure.js';
import { queueMailTo, queueMailToPeople, READERS_LANGUAGE } from './queue-mail.js';

/** Each of these is called in the transaction of what it tells of. */

/** Tells a person how to come in; once by each address. Nobody where none is known. */
export async function mailInvitation(
  em: EntityManager,
  person: { readonly personId: string; readonly email: string | null; readonly at: Date },
): Promise<void> {
  const { personId, email, at } = person;
  if (email === null) return;
  const digest = createHash('sha256').update(emailKey(email)).digest('hex');
  await queueMailToPeople(em, {
    cause: `invitation:${digest}`,
    kind: 'INVITATION',
    values: {},
    personIds: [personId],
    at,
  });
}

/** Asks a person to own the measure; nobody is asked by mail by themselves. */
export async function mailMeasureOffered(scope: MeasureScope, personId: string): Promise<void> {
  await mailAbout(scope, 'MEASURE_OFFERED', 'measure-offered', [personId]);
}

/** Asks the owner of a measure that has just been made, if it has one, whether to take it on. */
export async function mailNewMeasureOffered(
  em: EntityManager,
  made: {
    readonly id: string;
    readonly title: string;
    readonly ownerId: string | null;
    /** Who makes it. */
    readonly actorId: string;
    readonly at: Date;
  },
): Promise<void> {
  const { id, title, ownerId, actorId, at } = made;
  if (ownerId === null || ownerId === actorId) return;
  await queueMailToPeople(em, {
    cause: `measure-offered:${id}:1`,
    kind: 'MEASURE_OFFERED',
    values: valuesOf({ id, title }),
    personIds: [ownerId],
    at,
  });
}

/** Asks the checker, or the circle where there is none, to check the measure. */
export async function mailCheckWanted(
  scope: MeasureScope,
  checkerId: string | null = scope.measure.checkerId,
): Promise<void> {
  const readers = checkerId === null ? await circleFor(scope) : [checkerId];
  await mailAbout(scope, 'CHECK_WANTED', 'check-wanted', readers);
}

/** Tells the owner that the measure came back from the check, and why. */
export async function mailSentBack(scope: MeasureScope, reason: string): Promise<void> {
  const { ownerId } = scope.measure;
  if (ownerId !== null) await mailAbout(scope, 'SENT_BACK', 'sent-back', [ownerId], { reason });
}

async function mailAbout(
  { em, measure, actor, at }: MeasureScope,
  kind: 'MEASURE_OFFERED' | 'CHECK_WANTED' | 'SENT_BACK',
  cause: string,
  readers: readonly string[],
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  await queueMailToPeople(em, {
    // The version that this change makes: the same happening again is another cause.
    cause: `${cause}:${measure.id}:${measure.version + 1}`,
    kind,
    values: { ...valuesOf(measure), ...values },
    personIds: readers.filter((id) => id !== actor.personId),
    at,
  });
}

function valuesOf(measure: Pick<MeasureEntity, 'id' | 'title'>): {
  readonly measureId: string;
  readonly measure: string;
} {
  return { measureId: measure.id, measure: measure.title };
}

/** The circle of a programme. */
function circleOf(
  em: EntityManager,
  programmeId: string,
): Promise<{ readonly id: string; readonly accountId: string | null }[]> {
  return em.query<{ id: string; accountId: string | null }[]>(
    'SELECT id, account_id AS "accountId" FROM person WHERE programme_id = $1 AND role = ANY($2)',
    [programmeId, CIRCLE_ROLES],
  );
}

/** Who may check a measure that has no checker: the circle without its owner. */
async function circleFor({ em, measure }: MeasureScope): Promise<string[]> {
  const circle = await circleOf(em, measure.programmeId);
  return circle.map(({ id }) => id).filter((id) => id !== measure.ownerId);
}

/**
 * Asks whoever reads the mail of an address whether they have written this application; where there is one already that
 * counts, or was withdrawn, tells them that somebody has tried. The link is made when the mail is sent.
 */
export async function mailToConfirm(
  em: EntityManager,
  asked: {
    readonly applicationId: string;
    /** What is to be confirmed; null for nothing. */
    readonly version: number | null;
    readonly address: string;
    readonly language: MailLanguage;
    readonly at: Date;
  },
): Promise<void> {
  const { applicationId, version, address, language, at } = asked;
  const [call] = await em.query<{ programmeId: string; title: string }[]>(
    `SELECT c.programme_id AS "programmeId", c.title FROM application a JOIN volunteer_call c ON c.id = a.call_id
     WHERE a.id = $1`,
    [applicationId],
  );
  if (call === undefined) throw new Error('An application was erased while it was made');
  await queueMailTo(em, {
    ...(version === null
      ? { cause: `application-known:${applicationId}:${uuidv7()}`, kind: 'APPLICATION_KNOWN' }
      : {
          cause: `application-to-confirm:${applicationId}:${version}`,
          kind: 'APPLICATION_TO_CONFIRM',
        }),
    values: { call: call.title, ...(version === null ? {} : { applicationId, version }) },
    programmeId: call.programmeId,
    address,
    language,
    at,
  });
}

/** Tells an applicant that the application has come in, or what became of it. */
export async function mailApplication(
  em: EntityManager,
  news: ApplicationNews,
  application: {
    readonly id: string;
    readonly version: number;
    readonly programmeId: string;
    readonly callTitle: string;
    readonly address: string;
    readonly language: MailLanguage;
    /** Why it was declined. */
    readonly reason?: string;
    readonly at: Date;
  },
): Promise<void> {
  const { id, version, programmeId, callTitle, address, language, reason, at } = application;
  await queueMailTo(em, {
    // The version is another one when somebody applies anew.
    cause: `application-${news.toLowerCase()}:${id}:${version}`,
    kind: `APPLICATION_${news}`,
    values: { call: callTitle, ...(reason === undefined ? {} : { reason }) },
    programmeId,
    address,
    language,
    at,
  });
}

/** Tells the circle, but not the applicant, that somebody whom it had chosen has withdrawn after the decision. */
export async function mailApplicantWithdrew(
  em: EntityManager,
  withdrawn: {
    readonly applicationId: string;
    /** That the withdrawal makes. */
    readonly version: number;
    /** The applicant's. */
    readonly accountId: string;
    readonly programmeId: string;
    readonly call: { readonly key: string; readonly title: string };
    readonly at: Date;
  },
): Promise<void> {
  const { applicationId, version, accountId, programmeId, call, at } = withdrawn;
  const circle = await circleOf(em, programmeId);
  await queueMailToPeople(em, {
    cause: `applicant-withdrew:${applicationId}:${version}`,
    kind: 'APPLICANT_WITHDREW',
    values: { call: call.title, callKey: call.key },
    personIds: circle.filter((one) => one.accountId !== accountId).map((one) => one.id),
    at,
  });
}

/** Tells the owner and the guides of a measure, and the circle, that a reader has asked or said something of it. */
export async function mailFeedbackReceived(
  em: EntityManager,
  voice: {
    readonly voiceId: string;
    readonly measureId: string;
    /** Of the measure. */
    readonly title: string;
    readonly at: Date;
  },
): Promise<void> {
  const { voiceId, measureId, title, at } = voice;
  const readers = await em.query<{ id: string }[]>(
    `SELECT p.id FROM person p JOIN measure m ON m.programme_id = p.programme_id
     WHERE m.id = $1 AND p.role = ANY($3) AND (p.role = ANY($2) OR p.id = m.owner_id
       OR EXISTS (SELECT FROM measure_guide g WHERE g.measure_id = m.id AND g.person_id = p.id))`,
    [measureId, CIRCLE_ROLES, WORKSPACE_ROLES],
  );
  await queueMailToPeople(em, {
    cause: `feedback-received:${voiceId}`,
    kind: 'FEEDBACK_RECEIVED',
    values: { measureId, measure: title },
    personIds: readers.map(({ id }) => id),
    at,
  });
}

/** Answers whoever has written of a success, and has left an address; once. */
export async function mailFeedbackAnswered(
  em: EntityManager,
  { id, programmeId, measureId, email, language }: VoiceEntity,
  answer: string,
  at: Date,
): Promise<void> {
  if (email === null) return;
  const [measure] = await em.query<{ key: string; title: string }[]>(
    'SELECT key, title FROM measure WHERE id = $1',
    [measureId],
  );
  await queueMailTo(em, {
    cause: `feedback-answered:${id}`,
    kind: 'FEEDBACK_ANSWERED',
    values: { measureKey: measure?.key ?? '', measure: measure?.title ?? '', answer },
    programmeId,
    address: email,
    language,
    at,
  });
}

/** Tells the people of a measure that somebody thanks them. */
export async function mailThanks(
  em: EntityManager,
  thanks: {
    readonly thanksId: string;
    readonly measureId: string;
    /** Of the measure. */
    readonly title: string;
    /** Who gives them. */
    readonly personId: string;
    readonly at: Date;
  },
): Promise<void> {
  const { thanksId, measureId, title, personId, at } = thanks;
  const people = await em.query<{ id: string }[]>(
    `SELECT owner_id AS id FROM measure WHERE id = $1 AND owner_id IS NOT NULL
     UNION SELECT person_id FROM measure_contributor WHERE measure_id = $1
     UNION SELECT person_id FROM measure_guide WHERE measure_id = $1`,
    [measureId],
  );
  await queueMailToPeople(em, {
    cause: `thanks-given:${thanksId}`,
    kind: 'THANKS_GIVEN',
    values: { measureId, measure: title },
    personIds: people.map(({ id }) => id).filter((id) => id !== personId),
    at,
  });
}

/** Tells the circle of an idea, but not its author. */
export async function mailIdeaReceived(
  em: EntityManager,
  idea: {
    readonly id: string;
    readonly programmeId: string;
    /** The author's. */
    readonly accountId: string;
    readonly title: string;
    readonly at: Date;
  },
): Promise<void> {
  const { id, programmeId, accountId, title, at } = idea;
  const circle = await circleOf(em, programmeId);
  await queueMailToPeople(em, {
    cause: `idea-received:${id}`,
    kind: 'IDEA_RECEIVED',
    values: { idea: title },
    personIds: circle.filter((one) => one.accountId !== accountId).map((one) => one.id),
    at,
  });
}

/** What became of an idea. */
export type IdeaNews = 'ACKNOWLEDGED' | 'TAKEN_UP' | 'DECLINED';

/** Tells the author what became of an idea; each once. Nobody who is shut out, or of whom no address is known. */
export async function mailIdea(
  em: EntityManager,
  news: IdeaNews,
  idea: {
    readonly id: string;
    readonly programmeId: string;
    readonly title: string;
    /** Why it was declined. */
    readonly reason: string | null;
    readonly at: Date;
  },
): Promise<void> {
  const { id, programmeId, title, reason, at } = idea;
  const [author] = await em.query<{ address: string; language: MailLanguage }[]>(
    `SELECT i.email AS address, ${READERS_LANGUAGE} AS language
     FROM idea i JOIN programme pr ON pr.id = i.programme_id
     LEFT JOIN person p ON p.programme_id = i.programme_id AND p.account_id = i.account_id
     WHERE i.id = $1 AND i.email IS NOT NULL AND p.blocked_at IS NULL`,
    [id],
  );
  if (author === undefined) return;
  await queueMailTo(em, {
    cause: `idea-${news.toLowerCase()}:${id}`,
    kind: `IDEA_${news}`,
    values: { idea: title, ...(reason === null ? {} : { reason }) },
    programmeId,
    ...author,
    at,
  });
}
