import { useQuery } from '@tanstack/react-query';
import { formatDay } from '#ui/format.js';
import { useRef, type ReactElement } from 'react';
import { Link, useParams } from 'wouter';
import { at } from '../addresses.js';
import { ask } from '../graphql/client.js';
import { useLanguage, useWords } from '../language.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading, Nothing } from '../parts/states.js';
import { NoSuchScreen } from '../shell/no-such-screen.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import { ApplicantItem, type Moved } from './applicant-item.js';
import {
  APPLICANTS,
  GROUPS,
  inGroup,
  type Applicant,
  type CallWithApplicants,
} from './applicants-query.js';
import { CallMoves } from './call-moves.js';
import { SeatFacts } from './seat-facts.js';
import { SeekingBox } from './seeking-box.js';
import { useCallWrites } from './write-call.js';

/** Who has applied to a call, beside the measures that look for someone: for the circle alone. */
export default function ApplicantsScreen(): ReactElement {
  const { key } = useParams<{ key: string }>();
  return <ApplicantsOf key={key} callKey={key} />;
}

function ApplicantsOf({ callKey }: { readonly callKey: string }): ReactElement {
  const { slug } = useWorkspace();
  const { data, error, refetch } = useQuery({
    queryKey: keys.applicants(slug, callKey),
    queryFn: () => ask(APPLICANTS, { programme: slug, key: callKey }),
    // No change tells of a new application: whoever comes back to the window reads them anew.
    staleTime: 0,
  });
  const call = data?.workspace?.call;
  if (call && call.applications !== null)
    return <ApplicantsPage call={call} applicants={call.applications} />;
  if (call !== undefined) return <NoSuchScreen />;
  return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Loading />;
}

function ApplicantsPage({
  call,
  applicants,
}: {
  readonly call: CallWithApplicants;
  readonly applicants: readonly Applicant[];
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const heading = useScreen(t('applicants.title'));
  const writes = useCallWrites(call);
  /** Whose place has just changed by my own hand; the focus goes along. */
  const moved = useRef<Moved | null>(null);
  const counts = call.counts ?? { received: 0, chosen: 0, waitlisted: 0, declined: 0 };
  const free = (call.seats ?? 0) - counts.chosen;
  const [next] = inGroup(applicants, 'WAITLISTED');
  return (
    <>
      <nav className="ws-crumb" aria-label={t('nav.path')}>
        <ol className="ls-list">
          <li>
            <Link href={at.calls}>{t('workspace.nav.calls')}</Link>
          </li>
          <li>
            <Link href={at.call(call.key)}>{call.title}</Link>
          </li>
        </ol>
      </nav>
      <h1 className="ws-h1" ref={heading} tabIndex={-1}>
        {t('applicants.title')}
      </h1>
      <p className="ws-lead ls-muted">{t('applicants.recorded')}</p>
      <div className="ws-seats" role="status">
        <SeatFacts call={call} counts={counts} />
      </div>
      {call.state === 'OPEN' && call.closesOn !== null ? (
        <p className="ws-lack ws-seats__note">
          {t('applicants.running', { day: formatDay(call.closesOn, language) })}
        </p>
      ) : null}
      {call.state === 'DECIDED' && free > 0 && next ? (
        <p className="ws-lack ws-seats__note">
          {t('applicants.freed', { count: free, name: next.name })}
        </p>
      ) : null}
      <div className="ws-two">
        <div>
          {applicants.length === 0 ? <Nothing>{t('applicants.none')}</Nothing> : null}
          {GROUPS.map((state) => {
            const group = inGroup(applicants, state);
            return group.length === 0 ? null : (
              <section key={state} className="ws-sec" aria-labelledby={`group-${state}`}>
                <h2 id={`group-${state}`}>
                  {t(`applicants.group.${state}`)} <small className="ls-num">{group.length}</small>
                </h2>
                <ul className="ws-applicants ls-list">
                  {group.map((applicant, index) => (
                    <ApplicantItem
                      key={applicant.id}
                      call={call}
                      applicant={applicant}
                      place={index + 1}
                      of={group.length}
                      moved={moved}
                    />
                  ))}
                </ul>
              </section>
            );
          })}
          {call.state === 'CLOSED' ? <CallMoves call={call} writes={writes} /> : null}
        </div>
        <div>
          <SeekingBox applicants={applicants} />
        </div>
      </div>
    </>
  );
}
