import type { ReactElement } from 'react';
import { useWords } from '../language.js';
import type { Call } from './call-query.js';

export type Counts = NonNullable<Call['counts']>;

/** "2 von 5 Plätzen vergeben · 3 Plätze frei · …": as many seats as there are, and who waits for them. */
export function SeatFacts({
  call,
  counts,
}: {
  readonly call: Pick<Call, 'seats' | 'state'>;
  readonly counts: Pick<Counts, 'received' | 'chosen' | 'waitlisted'>;
}): ReactElement {
  const t = useWords();
  const seats = call.seats ?? 0;
  const { received, chosen, waitlisted } = counts;
  const facts = [
    t('applicants.free', { count: Math.max(0, seats - chosen) }),
    ...(waitlisted === 0 ? [] : [t('applicants.waiting', { count: waitlisted })]),
    ...(call.state === 'DECIDED' ? [] : [t('applicants.open', { count: received })]),
  ];
  return (
    <p>
      <b>{t('applicants.seats', { chosen, seats })}</b>
      {facts.map((fact) => ` · ${fact}`).join('')}
    </p>
  );
}
