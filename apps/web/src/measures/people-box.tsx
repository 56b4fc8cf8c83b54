import { useState, type ReactElement } from 'react';
import { useWords } from '../language.js';
import { Person } from '../parts/person.js';
import { useCandidateNames } from '../people/candidates.js';
import { HandOverDialog } from '../people/hand-over-dialog.js';
import { HintItems } from '../people/hints.js';
import { actsForCircle, useWorkspace } from '../shell/workspace.js';
import { Field } from '../forms/field.js';
import { FormDialog } from '../forms/form-dialog.js';
import { useSeen, useTouched } from '../forms/seen.js';
import type { Measure } from './measure-query.js';
import { WRITES } from './measure-writes.js';
import { OutcomeNote, useOutcome, type WriteOutcome } from '../forms/outcome-note.js';
import { TextDialog } from '../forms/text-dialog.js';
import type { MeasureWrites } from './write-measure.js';

type Part = 'owner' | 'checker' | 'commissioner' | 'contributor' | 'guide';

/** The people of a measure, and who may change them. */
export function PeopleBox({
  measure,
  writes,
  open,
}: {
  readonly measure: Measure;
  readonly writes: MeasureWrites;
  /** Whether the loop lets anything change. */
  readonly open: boolean;
}): ReactElement {
  const t = useWords();
  const workspace = useWorkspace();
  const { me } = workspace.frame;
  const circle = actsForCircle(workspace) && open;
  const { outcome, keep } = useOutcome();
  const [choosing, setChoosing] = useState<Part | null>(null);
  const [declining, setDeclining] = useState(false);
  const [handingOver, setHandingOver] = useState(false);
  const act = async (work: Promise<WriteOutcome>): Promise<void> => void keep(await work);
  const mine = measure.owner?.id === me.id;
  const goesOn = open && !['DONE', 'STOPPED', 'CARRIED_OVER'].includes(measure.phase);
  const change = (part: Part): ReactElement | null =>
    circle || (part === 'contributor' && measure.mayEdit && open) ? (
      <button className="ws-btn ws-btn--small" type="button" onClick={() => setChoosing(part)}>
        {t(part === 'contributor' || part === 'guide' ? 'people.add' : 'people.change')}
        <span className="kern-sr-only"> {t(`people.${part}`)}</span>
      </button>
    ) : null;
  const removable = (
    part: 'contributor' | 'guide',
    id: string,
    name: string,
  ): ReactElement | null =>
    circle || (part === 'contributor' && measure.mayEdit && open) ? (
      <button
        className="ws-btn ws-btn--small"
        type="button"
        onClick={() =>
          void act(
            part === 'guide'
              ? writes.send(WRITES.removeGuide, { personId: id })
              : writes.send(WRITES.removeContributor, { personId: id }),
          )
        }
      >
        {t('people.remove')}
        <span className="kern-sr-only"> {name}</span>
      </button>
    ) : null;
  return (
    <section className="ws-box" aria-labelledby="people">
      <h2 id="people">{t('people.title')}</h2>
      {measure.hints.length === 0 ? null : (
        <ul className="ws-hints ls-list" aria-label={t('hint.title')}>
          <HintItems hints={measure.hints} />
        </ul>
      )}
      <dl className="ws-people">
        <dt>
          {t('people.owner')} {change('owner')}
        </dt>
        <dd>
          <Person name={measure.owner?.name} none={t('card.noOwner')} />
          {measure.owner === null ? null : (
            <small className="ls-muted">
              {t(measure.ownerAccepted ? 'people.accepted' : 'people.asked')}
            </small>
          )}
          {mine && !measure.ownerAccepted && open ? (
            <div className="ws-actions">
              <button
                className="ws-btn ws-btn--main"
                type="button"
                disabled={writes.busy}
                onClick={() => void act(writes.send(WRITES.acceptOwnership, {}))}
              >
                {t('people.accept')}
              </button>
              <button className="ws-btn" type="button" onClick={() => setDeclining(true)}>
                {t('people.decline')}
              </button>
            </div>
          ) : mine && open ? (
            <button
              className="ws-btn ws-btn--small"
              type="button"
              onClick={() => setDeclining(true)}
            >
              {t('people.giveBack')}
            </button>
          ) : null}
          {measure.owner !== null && (mine || circle) && goesOn ? (
            <button
              className="ws-btn ws-btn--small"
              type="button"
              onClick={() => setHandingOver(true)}
            >
              {t('handOver.open')}
            </button>
          ) : null}
        </dd>
        <dt>
          {t('people.guide')} {change('guide')}
        </dt>
        <dd>
          {measure.guides.length === 0 ? (
            <span className="ls-muted">{t('people.nobody')}</span>
          ) : null}
          {measure.guides.map(({ id, name }) => (
            <div className="ws-person" key={id}>
              <Person name={name} /> {removable('guide', id, name)}
            </div>
          ))}
        </dd>
        <dt>
          {t('people.contributor')} {change('contributor')}
        </dt>
        <dd>
          {measure.contributors.length === 0 ? (
            <span className="ls-muted">{t('people.nobody')}</span>
          ) : null}
          {measure.contributors.map(({ id, name }) => (
            <div className="ws-person" key={id}>
              <Person name={name} /> {removable('contributor', id, name)}
            </div>
          ))}
        </dd>
        <dt>
          {t('people.checker')} {change('checker')}
        </dt>
        <dd>
          <Person name={measure.checker?.name} none={t('card.noOwner')} />
        </dd>
        <dt>
          {t('people.commissioner')} {change('commissioner')}
        </dt>
        <dd>
          <Person name={measure.commissioner?.name} none={t('card.noOwner')} />
          {measure.commissioner === null ? null : measure.commissionerTookOver ? (
            <small className="ls-muted">{t('people.tookOver')}</small>
          ) : open && (circle || measure.commissioner.id === me.id) ? (
            <button
              className="ws-btn ws-btn--small"
              type="button"
              disabled={writes.busy}
              onClick={() => void act(writes.send(WRITES.takeOverOutcome, {}))}
            >
              {t('people.takeOver')}
            </button>
          ) : null}
        </dd>
      </dl>
      <OutcomeNote outcome={outcome} />
      {choosing === null ? null : (
        <ChooseDialog
          part={choosing}
          measure={measure}
          writes={writes}
          onClose={() => setChoosing(null)}
        />
      )}
      {handingOver && measure.owner !== null ? (
        <HandOverDialog
          from={measure.owner}
          measures={[{ ...measure, measureId: measure.id }]}
          onClose={() => setHandingOver(false)}
        />
      ) : null}
      {declining ? (
        <TextDialog
          title={t(measure.ownerAccepted ? 'people.giveBack.title' : 'people.decline.title')}
          label={t('move.reason.label')}
          hint={t('move.reason.hint')}
          submit={t(measure.ownerAccepted ? 'people.giveBack.submit' : 'people.decline.submit')}
          onSubmit={(reason) => writes.send(WRITES.declineOwnership, { reason })}
          onClose={() => setDeclining(false)}
        />
      ) : null}
    </section>
  );
}

function ChooseDialog({
  part,
  measure,
  writes,
  onClose,
}: {
  readonly part: Part;
  readonly measure: Measure;
  readonly writes: MeasureWrites;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords();
  const { frame } = useWorkspace();
  const present = {
    owner: measure.owner?.id,
    checker: measure.checker?.id,
    commissioner: measure.commissioner?.id,
    contributor: undefined,
    guide: undefined,
  }[part];
  const taken = [
    ...(part === 'contributor' ? measure.contributors : []),
    ...(part === 'guide' ? measure.guides : []),
  ].map(({ id }) => id);
  const asSeen = useSeen(measure.version);
  const { values, touch } = useTouched({ chosen: present ?? '' });
  const { chosen } = values;
  const many = part === 'contributor' || part === 'guide';
  const nameOf = useCandidateNames(measure.loopNumber);
  const people = frame.people.filter(
    ({ id, blocked, role }) =>
      (!blocked || id === present) &&
      !taken.includes(id) &&
      // Whoever answers for a measure has to get into the workspace; who asked for it or helps need not.
      (part === 'commissioner' || part === 'contributor' || role !== 'EMPLOYEE') &&
      !(part === 'checker' && id === measure.owner?.id) &&
      !(part === 'owner' && id === measure.checker?.id),
  );
  const send = (seen: number): Promise<WriteOutcome> => {
    const personId = chosen === '' ? null : chosen;
    switch (part) {
      case 'owner':
        return writes.send(WRITES.assignOwner, { personId }, seen);
      case 'checker':
        return writes.send(WRITES.assignChecker, { personId }, seen);
      case 'commissioner':
        return writes.send(WRITES.assignCommissioner, { personId }, seen);
      case 'contributor':
        return writes.send(WRITES.addContributor, { personId: chosen }, seen);
      case 'guide':
        return writes.send(WRITES.addGuide, { personId: chosen }, seen);
    }
  };
  return (
    <FormDialog
      title={t('people.choose', { part: t(`people.${part}`) })}
      submit={t('workspace.save')}
      busy={writes.busy}
      onClose={onClose}
      onSubmit={() => asSeen(send)}
    >
      <Field name="personId" label={t(`people.${part}`)} hint={t(`people.${part}.hint`)}>
        {(tied) => (
          <select
            {...tied}
            required={many}
            value={chosen}
            onChange={({ target }) => touch({ chosen: target.value })}
          >
            <option value="">{t(many ? 'people.pick' : 'people.nobody')}</option>
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {part === 'owner' || part === 'guide' ? nameOf(person) : person.name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </FormDialog>
  );
}
