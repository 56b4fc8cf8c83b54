import { useQuery } from '@tanstack/react-query';
import { formatNearDay } from '#ui/format.js';
import { Icon } from '#ui/parts/icon.js';
import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { ask } from '../graphql/client.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useLanguage, useWords } from '../language.js';
import type { Anchor } from '../measures/requirements.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading, Nothing } from '../parts/states.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import { grouped, type Group } from './groups.js';

const DUTIES = graphql(`
  query Duties($programme: String!) {
    workspace(programme: $programme) {
      duties {
        kind
        measureId
        loopNumber
        title
        detail
        dueDay
        overdue
      }
    }
  }
`);

type Duty = NonNullable<ResultOf<typeof DUTIES>['workspace']>['duties'][number];

/** Where on the page of the measure a duty is done. */
const PLACES: Readonly<Record<Duty['kind'], Anchor>> = {
  ACCEPT_OWNERSHIP: 'people',
  DO_STEP: 'steps',
  CHECK: 'verdict',
  PUBLISH_RESULT: 'result',
  DECIDE: 'decisions',
  TAKE_OVER: 'people',
  NEXT_STEP: 'next-steps',
  HELP: 'people',
};

/** The heading under which a duty stands. */
const GROUP_OF: Readonly<Record<Duty['kind'], Group>> = {
  ACCEPT_OWNERSHIP: 'ACCEPT',
  DO_STEP: 'DO',
  CHECK: 'CHECK',
  PUBLISH_RESULT: 'PUBLISH',
  DECIDE: 'DECIDE',
  TAKE_OVER: 'ACCEPT',
  NEXT_STEP: 'DO',
  HELP: 'HELP',
};

/** What waits for me, by what is to be done; what is overdue stands first. */
export default function DutiesScreen(): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, 'duties'),
    queryFn: () => ask(DUTIES, { programme: slug }),
  });
  const duties = data?.workspace?.duties;
  const heading = useScreen(duties || error ? t('workspace.nav.duties') : null);
  const overdue = duties?.filter((duty) => duty.overdue).length ?? 0;
  return (
    <>
      <h1 className="ws-h1" ref={heading} tabIndex={-1}>
        {t('workspace.nav.duties')}
      </h1>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {duties === undefined && !error ? <Loading /> : null}
      {duties?.length === 0 ? <Nothing>{t('duties.none')}</Nothing> : null}
      {duties && duties.length > 0 ? (
        <p className="ws-lead">{t('duties.lead', { count: duties.length, overdue })}</p>
      ) : null}
      {grouped(duties ?? [], ({ kind }) => GROUP_OF[kind]).map(({ group, duties: some }) => (
        <section className="ws-sec" key={group} aria-labelledby={`duties-${group}`}>
          <h2 id={`duties-${group}`}>
            {t(`duties.group.${group}`)} <small className="ls-num">{some.length}</small>
          </h2>
          <ul className="ws-lines ls-list">
            {some.map((duty, index) => (
              <DutyItem key={`${duty.kind} ${duty.measureId} ${index}`} duty={duty} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function DutyItem({ duty }: { readonly duty: Duty }): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { frame } = useWorkspace();
  return (
    <li>
      <small>
        {t(`duties.${duty.kind}`)} · {t('loop.name', { number: duty.loopNumber })}
      </small>
      <Link href={at.measure(duty.measureId, PLACES[duty.kind])}>{duty.title}</Link>
      {duty.detail === null ? null : <p className="ws-reflection">{duty.detail}</p>}
      {duty.dueDay === null ? null : (
        <small className={duty.overdue ? 'ws-mark ws-mark--late' : undefined}>
          {duty.overdue ? <Icon name="warning" small /> : null}
          {t(duty.overdue ? 'card.lateSince' : 'card.due', {
            day: formatNearDay(duty.dueDay, frame.today, language),
          })}
        </small>
      )}
    </li>
  );
}
