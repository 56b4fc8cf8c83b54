import type { ReactElement } from 'react';
import { ideasAddress, pathsOf, privacyAddress, successAddress } from '../addresses.js';
import { FaultSummary } from '../forms/fields.js';
import { ToldBox } from '../forms/told-box.js';
import { Page } from '../layout/page.js';
import type { PageFrame } from '../parts/frame.js';
import { useMessages } from '../parts/own-words.js';
import { headingClass, joinedTitle } from '../parts/titles.js';
import { DayOf, foreign } from '../parts/words.js';
import { signInAddress, SignOutForm } from '../sign-in/sign-in-frame.js';
import type { Language } from '../views.js';
import { IdeaForm, shownFaults } from './ideas-form.js';
import { EDITED, ideaFields, type IdeasPageView, type OwnIdeaView } from './ideas-view.js';

type Part = { readonly view: IdeasPageView; readonly language: Language };
type WithIdea = Part & { readonly idea: OwnIdeaView };

/** What is told before all else: what came of what was just done, or why it wasn't. */
function Told({ view, language }: Part): ReactElement | null {
  const t = useMessages(language);
  const { note, problem, faults } = view;
  if (faults.length > 0)
    return <FaultSummary faults={shownFaults(faults, t)} language={language} />;
  const told = problem === null ? note : problem;
  if (told === null) return null;
  const words =
    problem === null ? (`note.${note ?? 'received'}` as const) : (`problem.${problem}` as const);
  return (
    <ToldBox kind={problem === null ? 'success' : 'warning'} title={t(`ideas.${words}.title`)}>
      <p className="kern-body">{t(`ideas.${words}.text`)}</p>
    </ToldBox>
  );
}

function Explained({ view, language }: Part): ReactElement {
  const t = useMessages(language);
  return (
    <section aria-labelledby="how">
      <h2 className="ls-h2" id="how">
        {t('ideas.how.title')}
      </h2>
      <div className="ls-prose">
        <p>{t('ideas.how.read')}</p>
        <p>{t('ideas.how.decide')}</p>
        <p>
          {t('ideas.how.data')}{' '}
          <a href={privacyAddress(view.programme.slug, language)}>{t('join.data.more')}</a>
        </p>
      </div>
    </section>
  );
}

/** The form for whoever may bring an idea, or has just sent one; else how one may. */
function Write({ view, language }: Part): ReactElement | null {
  const t = useMessages(language);
  const { author, edited, open, programme, sent, signedIn, signIn } = view;
  if (!open && edited === null && !sent) return null;
  const here = ideasAddress(programme.slug, language);
  const toSignIn = signIn ? (
    <p>
      <a className="kern-btn kern-btn--primary" href={signInAddress('/sign-in', language, here)}>
        <span className="kern-label">{t('ideas.form.toSignIn')}</span>
      </a>
    </p>
  ) : null;
  return (
    <section aria-labelledby="write">
      <h2 className="ls-h2" id="write">
        {t(edited === null ? 'ideas.form.title' : 'ideas.form.title.edit')}
      </h2>
      {author !== null && edited === null ? (
        <p>
          {author.email === null
            ? t('ideas.form.noAddress')
            : t('ideas.form.answerTo', { email: author.email })}
        </p>
      ) : null}
      {author === null ? (
        <p>{t(signedIn ? 'ideas.form.notYou' : 'ideas.form.onlySignedIn')}</p>
      ) : null}
      {author === null && !signedIn ? toSignIn : null}
      {author !== null || sent ? <IdeaForm view={view} language={language} /> : null}
    </section>
  );
}

function Withdraw({ view, idea, language }: WithIdea): ReactElement {
  const t = useMessages(language);
  return (
    <details className="ls-withdraw">
      <summary aria-label={t('ideas.withdraw.titleOne', { idea: idea.title ?? '' })}>
        {t('ideas.withdraw.title')}
      </summary>
      <form method="post" action={ideasAddress(view.programme.slug, language)}>
        <p>{t('ideas.withdraw.text')}</p>
        <input type="hidden" name={ideaFields.idea} value={idea.id} />
        <button
          className="kern-btn kern-btn--secondary"
          type="submit"
          name={ideaFields.intent}
          value="withdraw"
        >
          <span className="kern-label">{t('ideas.withdraw.submit')}</span>
        </button>
      </form>
    </details>
  );
}

/** An own idea: what it says, and where it stands. */
function Own({ view, idea, language }: WithIdea): ReactElement {
  const t = useMessages(language);
  const { programme, topics } = view;
  const { id, title, text, topicId, state, reason, measure, submittedAt, mayChange } = idea;
  const topic = topics.find(({ value }) => value === topicId)?.label.text;
  const day = <DayOf instant={submittedAt} timeZone={programme.timeZone} language={language} />;
  const heading = `idea-${id}`;
  const written = foreign({ text: '', language: programme.defaultLanguage }, language);
  return (
    <article className="ls-idea" aria-labelledby={heading}>
      <h3 id={heading}>{title ?? t('ideas.own.withdrawn')}</h3>
      <p className="ls-muted">
        <span className="ls-idea__state">{t(`ideas.state.${state}`)}</span> ·{' '}
        {t.rich('ideas.own.submittedAt', { day })}
        {topic === undefined ? null : <> · {t('ideas.own.topic', { topic })}</>}
      </p>
      {text === null ? null : <p className="ls-idea__text">{text}</p>}
      <p>{t(`ideas.said.${state}`)}</p>
      {reason === null ? null : (
        <p className="ls-idea__text">
          {t('ideas.own.reason')}: {reason}
        </p>
      )}
      {measure === null ? null : (
        <p>
          {t('ideas.own.measure')}{' '}
          <a href={successAddress(programme.slug, measure.key, language)} lang={written}>
            {measure.title}
          </a>
        </p>
      )}
      {mayChange ? (
        <p>
          <a
            href={`${ideasAddress(programme.slug, language)}?${EDITED}=${id}#write`}
            aria-label={t('ideas.own.changeOne', { idea: title ?? '' })}
          >
            {t('ideas.own.change')}
          </a>
        </p>
      ) : null}
      {idea.mayWithdraw ? <Withdraw view={view} idea={idea} language={language} /> : null}
    </article>
  );
}

function OwnIdeas({ view, language }: Part): ReactElement | null {
  const t = useMessages(language);
  if (view.ideas.length === 0) return null;
  return (
    <section aria-labelledby="own">
      <h2 className="ls-h2" id="own">
        {t('ideas.own.title')}
      </h2>
      {view.ideas.map((idea) => (
        <Own key={idea.id} view={view} idea={idea} language={language} />
      ))}
    </section>
  );
}

type Props = PageFrame & { readonly view: IdeasPageView };

/** Where employees bring ideas, and see what became of their own. */
export function IdeasPage({ view, ...frame }: Props): ReactElement {
  const { language } = frame;
  const t = useMessages(language);
  const { programme, open, faults, author, signedIn } = view;
  const heading = t(open ? 'ideas.heading' : 'ideas.over.heading');
  return (
    <Page
      {...frame}
      paths={pathsOf({ page: 'ideas', slug: programme.slug })}
      title={joinedTitle(
        t(faults.length > 0 ? 'ideas.titleFaulty' : 'ideas.title'),
        programme,
        language,
      )}
      description={t('ideas.description')}
      programme={programme}
      current={{ section: 'ideas', whole: true }}
      noindex={!open || frame.noindex === true}
    >
      <div className="ls-wrap ls-open ls-open--plain">
        <div>
          <p className="ls-eyebrow">{t('ideas.eyebrow')}</p>
          <h1 className={headingClass(heading)}>{heading}</h1>
          <p className="ls-lead">{t(open ? 'ideas.lead' : 'ideas.over.lead')}</p>
        </div>
      </div>
      <div className="ls-wrap">
        <Told view={view} language={language} />
      </div>
      <div className="ls-wrap ls-call">
        <div className="ls-call__text">
          {open ? <Explained view={view} language={language} /> : null}
          <Write view={view} language={language} />
          <OwnIdeas view={view} language={language} />
          {signedIn ? (
            <div className="ls-signed-in">
              {author?.email ? <p>{t('join.signedInAs', { email: author.email })}</p> : null}
              <SignOutForm language={language} />
            </div>
          ) : null}
        </div>
      </div>
    </Page>
  );
}
