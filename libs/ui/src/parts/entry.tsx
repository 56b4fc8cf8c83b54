import type { ReactElement, ReactNode } from 'react';
import { feedbackAddress, loopAddress, successAddress, topicAddress } from '../addresses.js';
import { dayIn } from '../format.js';
import type { Translate } from '../messages/translate.js';
import { useMessages } from './own-words.js';
import type {
  AttachmentView,
  GuideView,
  Language,
  NextStepView,
  PhaseName,
  ProgrammeView,
  StepView,
  SuccessView,
} from '../views.js';
import { Icon, type IconName } from './icon.js';
import { InTurn } from './in-turn.js';
import { PhaseBadge } from './phase.js';
import { beginsWith } from './titles.js';
import { Day, DayOf, foreign, Prose, Words } from './words.js';

/** Id of an entry on a page: keys of measures are unique in a programme. */
export const entryId = (success: Pick<SuccessView, 'key'>): string => `e-${success.key}`;

type Context = {
  readonly programme: ProgrammeView;
  /** Instant, UTC, ISO 8601: what is overdue is judged by it. */
  readonly asOf: string;
  readonly language: Language;
};

function Fact({
  label,
  answer = false,
  children,
}: {
  readonly label: ReactNode;
  readonly answer?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className={answer ? 'ls-fact ls-fact--answer' : 'ls-fact'}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type StageOfSteps = { readonly first: number; readonly steps: readonly StepView[] };

/** Steps in their order, a new group where the stage changes; numbers go on through the groups. */
export function byStage(steps: readonly StepView[]): readonly StageOfSteps[] {
  const groups: { first: number; steps: StepView[] }[] = [];
  for (const [index, step] of steps.entries()) {
    const group = groups.at(-1);
    if (group && group.steps[0]?.stage?.text === step.stage?.text) group.steps.push(step);
    else groups.push({ first: index + 1, steps: [step] });
  }
  return groups;
}

function StepState({
  step,
  today,
  language,
}: {
  readonly step: StepView;
  /** YYYY-MM-DD; null where nothing is overdue any more. */
  readonly today: string | null;
  readonly language: Language;
}): ReactElement {
  const t = useMessages(language);
  if (step.state === 'DROPPED') return <span className="ls-steps__meta">{t('step.dropped')}</span>;
  if (step.dueDay === null) return <span className="ls-steps__meta">{t('step.open')}</span>;
  const late = today !== null && step.dueDay < today;
  return (
    <span className={late ? 'ls-steps__meta is-late' : 'ls-steps__meta'}>
      {t.rich(late ? 'step.overdueSince' : 'step.openDue', {
        b: (chunks) => <b>{chunks}</b>,
        day: <Day day={step.dueDay} language={language} />,
      })}
    </span>
  );
}

function Steps({
  steps,
  today,
  language,
}: {
  readonly steps: readonly StepView[];
  readonly today: string | null;
  readonly language: Language;
}): ReactElement {
  const t = useMessages(language);
  // Recorded history often knows no states; then "open" at each step would be noise.
  const statesKnown = steps.some(({ state, dueDay }) => state !== 'OPEN' || dueDay !== null);
  return (
    <>
      {byStage(steps).map(({ first, steps: group }) => (
        <div key={first} className="ls-stage">
          {group[0]?.stage ? (
            <p className="ls-stage__name">
              <Words text={group[0].stage} language={language} />
            </p>
          ) : null}
          <ol className="ls-steps" start={first === 1 ? undefined : first}>
            {group.map((step, index) => (
              <li
                key={first + index}
                className={step.state === 'DROPPED' ? 'is-dropped' : undefined}
              >
                <Words text={step.text} language={language} />
                {step.state === 'DONE' ? (
                  <span className="ls-check">
                    {'\u00a0'}
                    <span aria-hidden="true">✓</span>
                    <span className="kern-sr-only"> ({t('step.done')})</span>
                  </span>
                ) : null}
                {step.state !== 'DONE' && statesKnown ? (
                  <StepState step={step} today={today} language={language} />
                ) : null}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </>
  );
}

const ended: readonly PhaseName[] = ['DONE', 'STOPPED', 'CARRIED_OVER'];

/** What is done: title and description, then the steps; a title that they repeat isn't said twice. */
function Measure({ success, programme, asOf, language }: OfSuccess): ReactElement {
  const { measureTitle: title, measureDescription: description, steps, phase } = success;
  const next = description ?? steps[0]?.text;
  return (
    <>
      {next && beginsWith(next.text, title.text) ? null : (
        <p className={next ? 'ls-measure' : undefined}>
          <Words text={title} language={language} />
        </p>
      )}
      {description ? <Prose text={description} language={language} /> : null}
      {steps.length > 0 ? (
        <Steps
          steps={steps}
          today={ended.includes(phase) ? null : dayIn(programme.timeZone, asOf)}
          language={language}
        />
      ) : null}
    </>
  );
}

type NextLook = { readonly className: string; readonly icon: IconName; readonly says: ReactNode };

function lookOf(
  step: NextStepView,
  { programme, language }: Pick<Context, 'programme' | 'language'>,
): NextLook {
  const t = useMessages(language);
  const b = (chunks: ReactNode): ReactNode => <b>{chunks}</b>;
  const day = step.dueDay === null ? null : <Day day={step.dueDay} language={language} />;
  const { takenUp } = step;
  if (takenUp) {
    const href = takenUp.successKey
      ? successAddress(programme.slug, takenUp.successKey, language)
      : loopAddress(programme.slug, takenUp.loopNumber, language);
    const link = (chunks: ReactNode): ReactNode => <a href={href}>{chunks}</a>;
    return {
      className: 'is-on',
      icon: 'arrow-forward',
      says: t.rich('next.takenUp', { b, link, number: takenUp.loopNumber }),
    };
  }
  switch (step.state) {
    case 'BECAME_MEASURE':
      return {
        className: 'is-on',
        icon: 'arrow-forward',
        says: t.rich('next.becameMeasure', { b }),
      };
    case 'DONE':
      return {
        className: 'is-done',
        icon: 'success',
        says: step.doneDay
          ? t.rich('next.doneOn', { b, day: <Day day={step.doneDay} language={language} /> })
          : t.rich('next.done', { b }),
      };
    case 'DROPPED':
      return { className: 'is-dropped', icon: 'close', says: t.rich('next.dropped', { b }) };
    case 'OPEN': {
      if (step.overdue) {
        return {
          className: 'is-late',
          icon: 'warning',
          says: day ? t.rich('next.overdueSince', { b, day }) : t.rich('next.overdue', { b }),
        };
      }
      const from = step.dueFrom === null ? null : <Day day={step.dueFrom} language={language} />;
      const says =
        from && day
          ? t.rich('next.openBetween', { b, from, day })
          : day
            ? t.rich('next.openDue', { b, day })
            : from
              ? t.rich('next.openFrom', { b, from })
              : t.rich('next.open', { b });
      return { className: 'is-open', icon: 'calendar-today', says };
    }
  }
}

function NextSteps({
  steps,
  ...context
}: Pick<Context, 'programme' | 'language'> & {
  readonly steps: readonly NextStepView[];
}): ReactElement {
  return (
    <ul className="ls-next">
      {steps.map((step) => {
        const { className, icon, says } = lookOf(step, context);
        return (
          <li key={step.id} className={className}>
            <Icon name={icon} />
            <div>
              <p>
                <Words text={step.text} language={context.language} />
              </p>
              <p className="ls-next__meta">
                {says}
                {step.addressee ? (
                  <>
                    {' · '}
                    <Words text={step.addressee} language={context.language} />
                  </>
                ) : null}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Names and units where there is consent; the others as a number. */
export function guideLines(guides: readonly GuideView[], t: Translate): readonly string[] {
  const named = guides
    .filter(({ name, unit }) => name !== null || unit !== null)
    .map(({ name, unit }) =>
      name === null
        ? t('guides.ofUnit', { unit: unit ?? '' })
        : unit === null
          ? name
          : `${name}, ${unit}`,
    );
  const count = guides.length - named.length;
  if (count === 0) return named;
  return [...named, t(named.length === 0 ? 'guides.count' : 'guides.more', { count })];
}

function Lines({ children }: { readonly children: readonly ReactNode[] }): ReactElement {
  if (children.length === 1) return <p>{children[0]}</p>;
  return (
    <ul className="ls-lines">
      {children.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}

/** A file of our own may be shown as a picture; one from elsewhere only as a link, so that nothing is loaded unasked. */
const isOurs = (address: string): boolean => /^\/(?!\/)/.test(address);
const isLinkable = (address: string): boolean => isOurs(address) || /^https?:\/\//i.test(address);

function Attachment({
  attachment,
  language,
}: {
  readonly attachment: AttachmentView;
  readonly language: Language;
}): ReactElement {
  const t = useMessages(language);
  const { kind, title, address, alternativeText, transcript } = attachment;
  return (
    <>
      {kind === 'FIGURE' && isOurs(address) ? (
        <figure className="ls-figure">
          <img
            src={address}
            alt={alternativeText?.text ?? ''}
            lang={alternativeText ? foreign(alternativeText, language) : undefined}
            loading="lazy"
          />
          <figcaption>
            <Words text={title} language={language} />
          </figcaption>
        </figure>
      ) : (
        <p>
          {isLinkable(address) ? (
            <a href={address} rel="noopener noreferrer">
              <Words text={title} language={language} />
            </a>
          ) : (
            <Words text={title} language={language} />
          )}{' '}
          <span className="ls-muted">({t(`attachment.${kind}`)})</span>
        </p>
      )}
      {transcript ? (
        <details className="ls-transcript">
          <summary>{t('attachment.transcript', { title: title.text })}</summary>
          <Prose text={transcript} language={language} />
        </details>
      ) : null}
    </>
  );
}

function chainLines(
  success: SuccessView,
  { programme, language }: Pick<Context, 'programme' | 'language'>,
): readonly ReactNode[] {
  const t = useMessages(language);
  const linkTo =
    (one: { readonly loopNumber: number; readonly successKey: string | null }) =>
    (chunks: ReactNode): ReactNode => (
      <a
        href={
          one.successKey
            ? successAddress(programme.slug, one.successKey, language)
            : loopAddress(programme.slug, one.loopNumber, language)
        }
      >
        {chunks}
      </a>
    );
  const { continuedFrom, continuedIn } = success;
  return [
    ...(continuedFrom
      ? [
          t.rich('entry.continuedFrom', {
            number: continuedFrom.loopNumber,
            link: linkTo(continuedFrom),
          }),
        ]
      : []),
    ...(continuedIn
      ? [t.rich('entry.continuedIn', { number: continuedIn.loopNumber, link: linkTo(continuedIn) })]
      : []),
  ];
}

type OfSuccess = Context & { readonly success: SuccessView };

/** Measure, result as the answer, next steps, and who guided: everything below the question. */
export function EntryFacts(entry: OfSuccess): ReactElement {
  const { success, programme, language } = entry;
  const t = useMessages(language);
  const guides = guideLines(success.guides, t);
  const chain = chainLines(success, { programme, language });
  return (
    <dl className="ls-facts">
      <Fact label={t('entry.measure')}>
        <Measure {...entry} />
      </Fact>
      <Fact label={t('entry.result')} answer>
        <Prose text={success.result} language={language} />
        {success.resultDay ? (
          <p className="ls-small ls-muted">
            {t.rich('entry.resultDay', {
              day: <Day day={success.resultDay} language={language} />,
            })}
          </p>
        ) : null}
      </Fact>
      {success.attachments.length > 0 ? (
        <Fact label={t('entry.attachments')}>
          {success.attachments.map((attachment) => (
            <div key={attachment.address}>
              <Attachment attachment={attachment} language={language} />
            </div>
          ))}
        </Fact>
      ) : null}
      {success.nextSteps.length > 0 ? (
        <Fact label={t('entry.next')}>
          <NextSteps steps={success.nextSteps} programme={programme} language={language} />
        </Fact>
      ) : null}
      {success.goals.length > 0 ? (
        <Fact label={t('entry.goals', { count: success.goals.length })}>
          <Lines>
            {success.goals.map((goal, index) => (
              <Words key={index} text={goal} language={language} />
            ))}
          </Lines>
        </Fact>
      ) : null}
      {guides.length > 0 ? (
        <Fact label={t('entry.guides')}>
          <Lines>{guides}</Lines>
        </Fact>
      ) : null}
      {chain.length > 0 ? (
        <Fact label={t('entry.chain')}>
          <Lines>{chain}</Lines>
        </Fact>
      ) : null}
    </dl>
  );
}

export function EntryMeta({
  success,
  programme,
  language,
  withLoop = true,
}: Omit<OfSuccess, 'asOf'> & { readonly withLoop?: boolean }): ReactElement {
  const t = useMessages(language);
  const day = (
    <DayOf instant={success.publishedAt} timeZone={programme.timeZone} language={language} />
  );
  const loop = (
    <a href={loopAddress(programme.slug, success.loopNumber, language)}>
      {t('loop.name', { number: success.loopNumber })}
    </a>
  );
  return (
    <p className="ls-entry__meta">
      <PhaseBadge phase={success.phase} language={language} />
      <span>
        {withLoop ? t.rich('entry.meta', { loop, day }) : t.rich('entry.published', { day })}
      </span>
    </p>
  );
}

const hidden = (chunks: ReactNode): ReactNode => <span className="kern-sr-only">{chunks}</span>;

export function EntryFoot({
  success,
  programme,
  language,
  withTopic = false,
  withFeedback = true,
}: Omit<OfSuccess, 'asOf'> & {
  readonly withTopic?: boolean;
  /** Whether the way to ask something stands here, where the programme has one. */
  readonly withFeedback?: boolean;
}): ReactElement {
  const t = useMessages(language);
  return (
    <p className="ls-entry__foot">
      <a href={successAddress(programme.slug, success.key, language)}>
        {t.rich('entry.permalink', {
          hidden,
          question: <Words text={success.question} language={language} />,
        })}
      </a>
      {withTopic ? (
        <a href={topicAddress(programme.slug, success.topicKey, language)}>
          {t.rich('entry.topicLink', {
            hidden,
            topic: <Words text={success.topicTitle} language={language} />,
          })}
        </a>
      ) : null}
      {withFeedback && programme.feedbackOpen ? (
        <a href={feedbackAddress(programme.slug, success.key, language)}>
          {t.rich('voices.giveTo', {
            hidden,
            question: <Words text={success.question} language={language} />,
          })}
        </a>
      ) : null}
    </p>
  );
}

type EntryProps = OfSuccess & {
  readonly heading: 'h2' | 'h3';
  /** What stands above the entry, where the page is about the other of the two. */
  readonly under?: 'topic' | 'loop';
};

/** One published result, open: the question is the largest line. */
export function Entry({ heading: Heading, under, ...entry }: EntryProps): ReactElement {
  const { success, programme, language } = entry;
  const t = useMessages(language);
  return (
    <article
      className={under ? 'ls-entry ls-entry--under' : 'ls-entry'}
      id={entryId(success)}
      aria-labelledby={`${entryId(success)}-q`}
    >
      {under === 'topic' ? (
        <p className="ls-topic__name">
          <a href={topicAddress(programme.slug, success.topicKey, language)}>
            <Words text={success.topicTitle} language={language} />
          </a>
        </p>
      ) : null}
      {under === 'loop' ? (
        <p className="ls-topic__name">
          <a href={loopAddress(programme.slug, success.loopNumber, language)}>
            {t('loop.name', { number: success.loopNumber })}
          </a>
        </p>
      ) : null}
      <EntryMeta {...entry} withLoop={!under} />
      <Heading
        className="ls-q"
        id={`${entryId(success)}-q`}
        lang={foreign(success.question, language)}
      >
        {success.question.text}
      </Heading>
      <EntryFacts {...entry} />
      <EntryFoot {...entry} withTopic={under === 'topic'} />
    </article>
  );
}

/** Open results one below the other, as many as there are: each is rendered in a turn of its own. */
export function Entries({
  successes,
  under,
  ...context
}: Context & {
  readonly successes: readonly SuccessView[];
  readonly under: NonNullable<EntryProps['under']>;
}): ReactElement {
  return (
    <>
      {successes.map((success) => (
        <InTurn key={success.id}>
          <Entry success={success} heading="h2" under={under} {...context} />
        </InTurn>
      ))}
    </>
  );
}

/** An earlier result, folded behind its question. */
export function FoldedEntry(entry: OfSuccess): ReactElement {
  const { success, language } = entry;
  const t = useMessages(language);
  return (
    <details className="kern-accordion">
      <summary className="kern-accordion__header">
        <span className="kern-title">
          <small>{t('loop.name', { number: success.loopNumber })}</small>
          <Words text={success.question} language={language} />
        </span>
      </summary>
      <div className="kern-accordion__body" id={entryId(success)}>
        <EntryMeta {...entry} />
        <EntryFacts {...entry} />
        <EntryFoot {...entry} />
      </div>
    </details>
  );
}
