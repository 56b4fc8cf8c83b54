import { useQueries } from '@tanstack/react-query';
import { formatList } from '#ui/format.js';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { at } from '../addresses.js';
import { BOARD } from '../board/board-query.js';
import { ask } from '../graphql/client.js';
import { useLanguage, useWords } from '../language.js';
import { Failure, Loading } from '../parts/states.js';
import { keys, useWorkspace } from '../shell/workspace.js';
import type { Applicant } from './applicants-query.js';
import { seeks, whoWishes } from './seeking.js';

/** The measures of all loops that aren't closed which look for someone, and which applicants wish their topic. */
export function SeekingBox({
  applicants,
}: {
  readonly applicants: readonly Applicant[];
}): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { slug, frame } = useWorkspace();
  const loops = frame.loops.filter(({ stage }) => stage !== 'CLOSED');
  const boards = useQueries({
    queries: loops.map(({ number }) => ({
      queryKey: keys.board(slug, number),
      queryFn: () => ask(BOARD, { programme: slug, loop: number }),
    })),
  });
  const failed = boards.find(({ error }) => error !== null);
  const pending = boards.some(({ isPending }) => isPending);
  const measures = boards
    .flatMap(({ data }) => data?.workspace?.board ?? [])
    .map((measure) => ({ measure, sought: seeks(measure) }))
    .filter(({ sought }) => sought.length > 0);
  return (
    <section className="ws-box ws-seeking" aria-labelledby="seeking">
      <h2 id="seeking">
        {t('seeking.title')}
        {measures.length === 0 ? null : <small className="ls-num">{measures.length}</small>}
      </h2>
      {failed ? (
        <Failure
          error={failed.error}
          onRetry={() => boards.forEach(({ refetch }) => void refetch())}
        />
      ) : pending ? (
        <Loading />
      ) : measures.length === 0 ? (
        <p className="ls-muted">{t('seeking.none')}</p>
      ) : null}
      <ul className="ws-lines ls-list">
        {measures.map(({ measure, sought }) => {
          const names = whoWishes(measure.actionField.topic.key, applicants);
          return (
            <li key={measure.id}>
              <small>
                {measure.actionField.topic.title} · {t('loop.name', { number: measure.loopNumber })}
              </small>
              <Link href={at.measure(measure.id, 'people')}>{measure.title}</Link>
              {sought.map((one) => (
                <small key={one}>{t(`seeking.${one}`, { text: measure.helpWanted ?? '' })}</small>
              ))}
              {names.length === 0 ? null : (
                <small className="ws-wished">
                  {t('seeking.wished', { names: formatList(names, language) })}
                </small>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
