import { useQuery } from '@tanstack/react-query';
import { formatList } from '#ui/format.js';
import { type ReactElement } from 'react';
import { Link, useParams } from 'wouter';
import { at } from '../addresses.js';
import { COLUMNS } from '../board/board-query.js';
import { ask } from '../graphql/client.js';
import type { HistoryParts } from '../graphql/refusals.js';
import { useLanguage, useWords } from '../language.js';
import { useScreen } from '../parts/screen.js';
import { Failure, Loading } from '../parts/states.js';
import { NoSuchScreen } from '../shell/no-such-screen.js';
import { keys, useLooking, useWorkspace } from '../shell/workspace.js';
import { ChainBox, DecisionsBox } from './around-boxes.js';
import { FactsBox } from './facts-box.js';
import { HistoryBox } from './history-box.js';
import { HelpNote } from './help-note.js';
import { IdeasBox } from './ideas-box.js';
import { JudgementSection } from './judgement-section.js';
import { MEASURE, OLDER_OF_MEASURE, type Measure } from './measure-query.js';
import { MeasureText } from './measure-text.js';
import { NextMoveSection } from './next-move-section.js';
import { NextStepsSection } from './next-steps-section.js';
import { PeopleBox } from './people-box.js';
import { ResultSection } from './result-section.js';
import { StepsSection } from './steps-section.js';
import { MeasureVoices, ThanksBox } from '../voices/measure-voices.js';
import { useMeasureWrites } from './write-measure.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** One measure: where it stands, what it still needs, and everything that belongs to it. */
export default function MeasureScreen(): ReactElement {
  const { id } = useParams<{ id: string }>();
  return UUID.test(id) ? <MeasureById key={id} id={id} /> : <NoSuchScreen />;
}

function MeasureById({ id }: { readonly id: string }): ReactElement {
  const { slug } = useWorkspace();
  const { data, error, refetch } = useQuery({
    queryKey: keys.measure(slug, id),
    queryFn: () => ask(MEASURE, { programme: slug, id }),
  });
  const measure = data?.workspace?.measure;
  if (measure) return <MeasurePage measure={measure} />;
  if (measure === null) return <NoSuchScreen />;
  return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Loading />;
}

function MeasurePage({ measure }: { readonly measure: Measure }): ReactElement {
  const t = useWords();
  const language = useLanguage();
  const { slug } = useWorkspace();
  const heading = useScreen(measure.title);
  const writes = useMeasureWrites(measure.id);
  const others = useLooking(measure.id);
  const open = measure.loopStage !== 'CLOSED';
  const partOf = ({ partId, field }: HistoryParts): string | null => {
    const place = measure.results.findIndex(({ id }) => id === partId);
    if (place >= 0 && measure.results.length > 1) return t('result.name', { number: place + 1 });
    const step = measure.nextSteps.find(({ id }) => id === partId);
    return step !== undefined && field !== 'nextStep.changed' ? `„${step.text}“` : null;
  };
  const editable = measure.mayEdit && open;
  const reached = COLUMNS.findIndex((phase) => phase === measure.phase);
  return (
    <>
      <nav className="ws-crumb" aria-label={t('nav.path')}>
        <ol className="ls-list">
          <li>
            <Link href={at.board(measure.loopNumber)}>
              {t('loop.name', { number: measure.loopNumber })}
            </Link>
          </li>
          <li>{measure.actionField.topic.title}</li>
        </ol>
      </nav>
      <p className="ws-question">{measure.actionField.question}</p>
      <h1 className="ws-h1" ref={heading} tabIndex={-1}>
        {measure.title}
      </h1>
      {others.length === 0 ? null : (
        <p className="ls-muted" role="status">
          {t('measure.alsoHere', { names: formatList(others, language), count: others.length })}
        </p>
      )}
      {reached === -1 ? (
        <p className="ws-note">
          <b>{t(`workspace.phase.${measure.phase}`)}</b>
          {measure.endReason === null ? null : `: ${measure.endReason}`}
        </p>
      ) : (
        <ol className="ws-stepper ws-stepper--phases ls-list" aria-label={t('measure.phases')}>
          {COLUMNS.map((phase, index) => (
            <li
              key={phase}
              className={index < reached ? 'is-past' : index === reached ? 'is-now' : undefined}
              aria-current={index === reached ? 'step' : undefined}
            >
              <b>{t(`workspace.phase.${phase}`)}</b>
            </li>
          ))}
        </ol>
      )}
      <div className="ws-two">
        <div>
          <NextMoveSection measure={measure} writes={writes} />
          <HelpNote measure={measure} writes={writes} editable={editable} />
          <StepsSection measure={measure} writes={writes} editable={editable} />
          <ResultSection measure={measure} writes={writes} editable={editable} />
          <JudgementSection measure={measure} writes={writes} open={open} />
          <NextStepsSection measure={measure} writes={writes} editable={editable} />
          <section className="ws-sec" aria-labelledby="description">
            <h2 id="description">{t('measure.description')}</h2>
            {editable ? (
              <MeasureText
                measure={measure}
                field="description"
                labelledBy="description"
                rows={4}
              />
            ) : (
              <p className="ws-reflection">{measure.description ?? t('measure.notYet')}</p>
            )}
          </section>
          <MeasureVoices measureId={measure.id} />
        </div>
        <div>
          <PeopleBox measure={measure} writes={writes} open={open} />
          <ThanksBox measureId={measure.id} />
          <section className="ws-box" aria-labelledby="criterion">
            <h2 id="criterion">{t('measure.criterion')}</h2>
            {editable ? (
              <MeasureText measure={measure} field="successCriterion" labelledBy="criterion" />
            ) : (
              <p className="ws-reflection">{measure.successCriterion ?? t('measure.notYet')}</p>
            )}
          </section>
          <FactsBox measure={measure} writes={writes} editable={editable} />
          <DecisionsBox measure={measure} writes={writes} open={open} />
          <IdeasBox measure={measure} />
          <ChainBox measure={measure} />
          <HistoryBox
            history={measure.history}
            partOf={partOf}
            older={async (after) => {
              const found = await ask(OLDER_OF_MEASURE, {
                programme: slug,
                id: measure.id,
                after,
              });
              return found.workspace?.measure?.history ?? [];
            }}
          />
        </div>
      </div>
    </>
  );
}
