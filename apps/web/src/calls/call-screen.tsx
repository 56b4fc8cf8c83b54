import { useQuery } from '@tanstack/react-query';
import { joinAddress } from '#ui/addresses.js';
import { useState, type ReactElement } from 'react';
import { Link, useParams } from 'wouter';
import { at, baseAddress } from '../addresses.js';
import { ask } from '../graphql/client.js';
import { useLanguage, useWords } from '../language.js';
import { HistoryBox } from '../measures/history-box.js';
import { SavedText } from '../measures/saved-text.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading } from '../parts/states.js';
import { TextPreview } from '../parts/text-preview.js';
import { NoSuchScreen } from '../shell/no-such-screen.js';
import { actsForCircle, keys, useWorkspace } from '../shell/workspace.js';
import { AccessBox } from './access-box.js';
import { CallFacts } from './call-facts.js';
import { CallMoves } from './call-moves.js';
import { CALL, CALL_STATES, OLDER_OF_CALL, WRITES, type Call } from './call-query.js';
import { QualificationsSection } from './qualifications-section.js';
import { QuestionsSection } from './questions-section.js';
import { SeatFacts } from './seat-facts.js';
import { useCallWrites, type CallWrites } from './write-call.js';

/** One volunteer call: where it stands, what it says, and the way to those who have applied. */
export default function CallScreen(): ReactElement {
  const { key } = useParams<{ key: string }>();
  return <CallByKey key={key} callKey={key} />;
}

function CallByKey({ callKey }: { readonly callKey: string }): ReactElement {
  const { slug } = useWorkspace();
  const { data, error, refetch } = useQuery({
    queryKey: keys.call(slug, callKey),
    queryFn: () => ask(CALL, { programme: slug, key: callKey }),
  });
  const call = data?.workspace?.call;
  if (call) return <CallPage call={call} />;
  if (call === null) return <NoSuchScreen />;
  return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Loading />;
}

function CallPage({ call }: { readonly call: Call }): ReactElement {
  const t = useWords();
  const workspace = useWorkspace();
  const heading = useScreen(call.title);
  const writes = useCallWrites(call);
  const circle = actsForCircle(workspace);
  const reached = CALL_STATES.indexOf(call.state);
  const drafted = circle && call.state === 'DRAFT';
  const editable = circle && call.state !== 'DECIDED';
  return (
    <>
      <nav className="ws-crumb" aria-label={t('nav.path')}>
        <ol className="ls-list">
          <li>
            <Link href={at.calls}>{t('workspace.nav.calls')}</Link>
          </li>
        </ol>
      </nav>
      <h1 className="ws-h1" ref={heading} tabIndex={-1}>
        {call.title}
      </h1>
      <ol className="ws-stepper ls-list" aria-label={t('calls.states')}>
        {CALL_STATES.map((state, index) => (
          <li
            key={state}
            className={index < reached ? 'is-past' : index === reached ? 'is-now' : undefined}
            aria-current={index === reached ? 'step' : undefined}
          >
            <b>{t(`calls.state.${state}`)}</b>
          </li>
        ))}
      </ol>
      <div className="ws-two">
        <div>
          <CallMoves call={call} writes={writes} />
          {call.state === 'DRAFT' ? null : <ApplicationsSection call={call} />}
          <TextSection call={call} writes={writes} editable={editable} />
          <QualificationsSection call={call} writes={writes} editable={drafted} />
          <QuestionsSection call={call} writes={writes} editable={drafted} />
        </div>
        <div>
          <CallFacts call={call} writes={writes} editable={editable} />
          <FaceBox call={call} />
          {call.accesses === null || call.state === 'DRAFT' ? null : (
            <AccessBox accesses={call.accesses} />
          )}
          <HistoryBox
            history={call.history}
            older={async (after) => {
              const asked = { programme: workspace.slug, key: call.key, after };
              return (await ask(OLDER_OF_CALL, asked)).workspace?.call?.history ?? [];
            }}
          />
        </div>
      </div>
    </>
  );
}

/** How many have applied, and for the circle the way to them: looking at them is recorded, so it is a step of its own. */
function ApplicationsSection({ call }: { readonly call: Call }): ReactElement {
  const t = useWords();
  return (
    <section className="ws-sec" aria-labelledby="applications">
      <h2 id="applications">{t('calls.applications')}</h2>
      {call.counts === null ? (
        <p className="ls-muted">{t('calls.applications.notYours')}</p>
      ) : (
        <>
          <SeatFacts call={call} counts={call.counts} />
          <div className="ws-actions">
            <Link className="ws-btn" href={at.applicants(call.key)}>
              {t('calls.applications.go')}
            </Link>
          </div>
        </>
      )}
    </section>
  );
}

function TextSection({
  call,
  writes,
  editable,
}: {
  readonly call: Call;
  readonly writes: CallWrites;
  readonly editable: boolean;
}): ReactElement {
  const t = useWords();
  const [previewing, setPreviewing] = useState(false);
  const { text } = call;
  return (
    <section className="ws-sec" aria-labelledby="text">
      <h2 id="text">{t('calls.text')}</h2>
      {editable ? (
        <>
          <SavedText
            name={`call:${call.id}`}
            labelledBy="text"
            hint={t('result.hint')}
            saved={text ?? ''}
            version={call.version}
            rows={10}
            onSave={(written, seen) =>
              writes.send(WRITES.edit, { text: written.trim() === '' ? null : written }, seen)
            }
          />
          <div className="ws-actions">
            <button
              className="ws-btn"
              type="button"
              aria-expanded={previewing}
              onClick={() => setPreviewing(!previewing)}
            >
              {t('result.preview')}
            </button>
          </div>
          {previewing ? <TextPreview text={text ?? ''} /> : null}
        </>
      ) : text === null ? (
        <p className="ls-muted">{t('calls.text.none')}</p>
      ) : (
        <TextPreview text={text} />
      )}
    </section>
  );
}

/** The page that anyone may read while the call is open, and how it will be. */
function FaceBox({ call }: { readonly call: Call }): ReactElement | null {
  const t = useWords();
  const language = useLanguage();
  const { slug, frame } = useWorkspace();
  const { text, closesOn, seats, minimumTerm, firstLoop, state, key } = call;
  const complete = ![text, closesOn, seats, minimumTerm, firstLoop].includes(null);
  const { published } = frame.programme;
  const links = [
    ...(state === 'OPEN' && published
      ? [{ href: joinAddress(slug, language), label: t('calls.face.now') }]
      : []),
    ...(complete && state !== 'DECIDED'
      ? [
          {
            href: `${baseAddress(language, slug)}/calls/${encodeURIComponent(key)}/preview`,
            label: t('calls.face.preview'),
          },
        ]
      : []),
  ];
  if (complete && links.length === 0) return null;
  return (
    <section className="ws-box" aria-labelledby="face">
      <h2 id="face">{t('calls.face')}</h2>
      {complete ? null : <p className="ls-muted">{t('calls.face.incomplete')}</p>}
      {published ? null : <p className="ls-muted">{t('calls.face.hidden')}</p>}
      <ul className="ws-links ls-list">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href} target="_blank" rel="noopener">
              {label}
              <span className="kern-sr-only"> {t('workspace.newTab')}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
