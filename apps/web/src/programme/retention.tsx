import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '#ui/format.js';
import type { ReactElement } from 'react';
import { ask } from '../graphql/client.js';
import { graphql } from '../graphql/graphql.js';
import { useLanguage, useWords } from '../language.js';
import { Failure, Loading } from '../parts/states.js';
import { keys, useWorkspace } from '../shell/workspace.js';

const RETENTION = graphql(`
  query Retention($programme: String!) {
    workspace(programme: $programme) {
      programme {
        timeZone
      }
      retention {
        rule
        days
        count
        lastRunAt
        lastCount
      }
    }
  }
`);

/** What the daily retention would erase of the programme now, and what it erased last: for administrators. */
export function Retention(): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { slug } = useWorkspace();
  const { data, error, refetch } = useQuery({
    queryKey: keys.list(slug, 'retention'),
    queryFn: () => ask(RETENTION, { programme: slug }),
  });
  const { retention, programme } = data?.workspace ?? {};
  const at = (instant: string): string =>
    formatInstant(instant, programme?.timeZone ?? 'UTC', language);
  return (
    <section className="ws-sec" aria-labelledby="retention">
      <h2 id="retention">{t('retention.title')}</h2>
      <p className="ls-muted">{t('retention.text')}</p>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Loading /> : null}
      <ul className="ws-rows ls-list">
        {(retention ?? []).map(({ rule, days, count, lastRunAt, lastCount }) => (
          <li key={rule}>
            <div className="ws-record">
              <strong>{t(`retention.${rule}`)}</strong>
              <p className="ls-muted">
                {[
                  t('retention.days', { days: days ?? 0 }),
                  t('retention.due', { count }),
                  lastRunAt === null
                    ? t('retention.never')
                    : t('retention.last', { at: at(lastRunAt), count: lastCount ?? 0 }),
                ].join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
