import type { Kind } from '../rights/who-may-what.js';
import { aDoneMeasure, aProgramme, brought, measureOf } from './sample-programme.js';
import type { ProgrammeDraft } from './sample-programme.js';
import { signInAs, type SignedIn } from './sign-in.js';
import type { TestServer } from './start-server.js';

/** A programme, published like `probe`, that the people of `probe` know nothing of. */
export const OTHER = 'fremd';
/** A programme that isn't published; `probe`’s people aren't in it either. */
export const HIDDEN = 'still';

/** Who stands for a kind of people: person keys of `probe`, or of `fremd` for those from elsewhere. */
export const PEOPLE: Readonly<Record<Kind, readonly string[]>> = {
  anonymous: ['nobody'],
  employee: ['emil'],
  guide: ['gerd', 'gisela'],
  owner: ['ove'],
  contributor: ['konny'],
  checker: ['chris'],
  commissioner: ['cosi'],
  circle: ['bea'],
  circleOwner: ['carl'],
  administrator: ['adam'],
  elsewhere: ['olga', 'adam'],
  blocked: ['gus', 'bodo'],
};

/** Someone who asks: `cookie` is null and `id` empty for nobody. */
export type Person = {
  readonly kind: Kind;
  readonly key: string;
  readonly id: string;
  readonly cookie: string | null;
};

const inProbe = (kind: Kind): boolean => kind !== 'anonymous' && kind !== 'elsewhere';

/** The sample programme with everyone in it, and with something in each field that anyone may read. */
export function aFullProgramme(slug: string): ProgrammeDraft {
  const draft = aProgramme(slug);
  Object.assign(draft.programme, {
    accessibilityText: 'Fast alles ist zugänglich.',
    privacyText: 'Nichts wird gespeichert.',
  });
  Object.assign(draft.topics?.[0] ?? {}, { description: 'Wer anruft, spricht mit jemandem.' });
  draft.topics?.push({ key: 'geplant', title: 'Geplant' });
  Object.assign(draft.units?.[1] ?? {}, { kind: 'Referat' });
  Object.assign(draft.people?.[3] ?? {}, { term: { firstLoop: 1, lastLoop: 3 } });
  const person = (key: string, role: 'EMPLOYEE' | 'GUIDE' | 'ADMINISTRATOR' = 'GUIDE') => ({
    key,
    name: `${key} aus ${slug}`,
    role,
  });
  draft.people?.push(
    person('emil', 'EMPLOYEE'),
    ...['gerd', 'ove', 'konny', 'chris', 'cosi', 'hanna', 'gus'].map((key) => person(key)),
    person('adam', 'ADMINISTRATOR'),
    person('bodo', 'ADMINISTRATOR'),
  );
  // A guide whose term has ended, and who has more measures than is good.
  Object.assign(draft.people?.find(({ key }) => key === 'hanna') ?? {}, {
    term: { firstLoop: 1, lastLoop: 1 },
  });
  for (const number of [1, 2, 3, 4])
    draft.measures?.push({
      key: `viel-${number}`,
      actionField: 'formulare-2',
      title: `Noch eine, ${number}`,
      owner: 'hanna',
    });
  for (const one of draft.people ?? []) one.email ??= `${one.key}@${slug}.example.org`;
  draft.loops?.push({ number: 4, start: '2026-12-20', end: '2027-03-01', stage: 'REVIEW' });
  draft.actionFields?.push({
    key: 'telefon-4',
    topic: 'telefon',
    loop: 4,
    question: 'Was bleibt vom Telefon?',
  });
  const earlier = { ...aDoneMeasure('warteschleife', 'telefon-1'), phase: 'CARRIED_OVER' as const };
  const later = { ...aDoneMeasure('rueckrufdienst', 'telefon-4'), phase: 'CHECK' as const };
  draft.measures?.push(
    { ...earlier, reason: 'Es braucht mehr Zeit.' },
    { ...later, carriedFrom: 'rueckrufe', decisionRequiredFor: 'ACT' },
    {
      ...aDoneMeasure('liegengeblieben', 'formulare-2'),
      phase: 'STOPPED',
      stoppedIn: 'DO',
      reason: 'Niemand hat Zeit.',
    },
  );
  const full = measureOf(draft, 'rueckrufe');
  Object.assign(full, { carriedFrom: 'warteschleife', verdict: 'ADAPT' });
  full.steps?.push(
    { text: 'Liste führen', stage: 'Erste Stufe', due: '2026-06-01', state: 'OPEN' },
    { text: 'Plakat drucken', state: 'DROPPED', reason: 'Zu teuer' },
  );
  Object.assign(full.results?.[0] ?? {}, {
    attachments: [
      {
        kind: 'FIGURE',
        title: 'Kurve',
        address: 'https://example.org/kurve.svg',
        alternativeText: 'Sie steigt.',
      },
      {
        kind: 'VIDEO',
        title: 'Film',
        address: 'https://example.org/film',
        transcript: 'Guten Tag.',
      },
    ],
  });
  full.results?.push(
    { key: 'rueckrufe-entwurf', text: 'Noch nicht fertig' },
    {
      key: 'rueckrufe-intern',
      text: 'Bleibt hier',
      state: 'INTERNAL',
      internalReason: 'Es nennt jemanden.',
    },
  );
  full.nextSteps?.push(
    {
      key: 'an-olga',
      text: 'Liste prüfen',
      dueFrom: '2026-05-01',
      due: '2026-06-01',
      addresseePerson: 'olga',
    },
    { key: 'erledigt', text: 'Erledigtes', state: 'DONE', done: '2026-06-02' },
    { key: 'entfallen', text: 'Entfallenes', state: 'DROPPED', reason: 'Unnötig' },
    {
      key: 'geworden',
      text: 'Mehr davon',
      state: 'BECAME_MEASURE',
      becameMeasure: 'rueckrufdienst',
    },
    { key: 'beschlossen', text: 'Beschlossenes', decision: 'beschluss' },
    // Each who may enter has a duty.
    ...(draft.people ?? []).map(({ key }) => ({
      key: `tut-${key}`,
      text: 'Zu tun',
      due: '2026-06-01',
      addresseePerson: key,
    })),
  );
  Object.assign(measureOf(draft, 'kuerzen'), {
    owner: 'ove',
    checker: 'chris',
    commissioner: 'cosi',
    contributors: ['konny', 'emil'],
    guides: ['gisela', 'hanna'],
    decisionRequiredFor: 'ACT',
    helpWanted: 'Wer kennt das alte Formular?',
  });
  draft.decisions = [
    {
      key: 'beschluss',
      body: 'Transformationskreis',
      day: '2026-06-10',
      point: 'Gehen die Rückrufe weiter?',
      ruling: 'APPROVED',
      note: 'Einstimmig',
      measures: ['rueckrufe'],
    },
  ];
  return draft;
}

/** Imports the programmes, lets them have a history, and signs everyone in. */
export async function everyone(server: TestServer): Promise<Person[]> {
  for (const slug of ['probe', OTHER, HIDDEN]) {
    const draft = aFullProgramme(slug);
    draft.programme.published = slug !== HIDDEN;
    await brought(server.source, draft);
  }
  await server.source.query(
    `UPDATE programme SET words = '{"measure": "Vorhaben"}', ideas_open = true`,
  );
  await givenHistory(server);
  await server.source.query(
    `INSERT INTO mail (id, cause, programme_id, address, language, kind, created_at, attempts, last_error, failed_at)
     SELECT gen_random_uuid(), 'probe:' || id, id, 'ada@example.org', 'de', 'INVITATION', now(), 1, 'EENVELOPE 550', now()
     FROM programme`,
  );
  await server.source.query(
    `INSERT INTO retention_run (id, rule, programme_id, count, at) SELECT gen_random_uuid(), 'MAILS', id, 1, now()
     FROM programme`,
  );
  const people: Person[] = [];
  for (const kind of Object.keys(PEOPLE) as Kind[])
    for (const key of PEOPLE[kind]) people.push(await personOf(server, kind, key));
  await givenCalls(server);
  await givenVoices(server);
  for (const state of ['DECLINED', 'TAKEN_UP']) await server.source.query(ideasIn(state));
  await server.source.query(
    `UPDATE person SET blocked_at = now() FROM programme pr
     WHERE pr.id = person.programme_id AND pr.slug = 'probe' AND person.key = ANY($1)`,
    [PEOPLE.blocked],
  );
  return people;
}

async function personOf(server: TestServer, kind: Kind, key: string): Promise<Person> {
  if (kind === 'anonymous') return { kind, key, id: '', cookie: null };
  const slug = inProbe(kind) ? 'probe' : OTHER;
  const { cookie, accountId } = await signInAs(server, slug, key);
  const [row] = await server.source.query<{ id: string }[]>(
    'SELECT id FROM person WHERE account_id = $1',
    [accountId],
  );
  return { kind, key, id: row?.id ?? '', cookie };
}

/** The question that each of the calls asks. */
export const QUESTION_ID = '0190aaaa-0000-7000-8000-000000000001';

/** SQL: a complete call of each programme, as its state says. */
export const callsIn = (state: string): string =>
  `INSERT INTO volunteer_call (id, programme_id, key, title, text, opens_on, closes_on, seats, minimum_term,
     first_loop_id, qualifications, questions, state, closed_reason, decided_at)
   SELECT gen_random_uuid(), l.programme_id, '${state.toLowerCase()}', 'Wer geht mit?', 'Text', '2026-01-01', '2090-01-31',
     2, 2, l.id, '{Zeit}', '[{"id": "${QUESTION_ID}", "text": "Warum?"}]', '${state}', 'Genug', now()
   FROM learning_loop l WHERE l.number = 3`;

/** SQL: of each programme, themes, voices that have become of all that a voice can become, and thanks. */
export const VOICES = [
  `INSERT INTO voice_theme (id, programme_id, name)
   SELECT gen_random_uuid(), id, name FROM programme, unnest(ARRAY['Wartezeiten', 'Ungefragt']) AS name`,
  `INSERT INTO voice (id, programme_id, measure_id, kind, text, email, language, consent_version, consent_at, state,
     theme_id, answer, answered_at, answered_by_id, in_public, reason, led_to_id, received_at)
   SELECT gen_random_uuid(), m.programme_id, m.id, 'QUESTION', 'Und jetzt?', v.email, 'de', 'voices-1', now(), v.state,
     t.id, v.answer, v.answered_at, CASE WHEN v.answer IS NOT NULL THEN m.owner_id END, v.in_public, v.reason, m.id, now()
   FROM measure m, (VALUES
     ('OPEN', 'kim@example.org', NULL, NULL::timestamptz, false, NULL, 'Wartezeiten'),
     ('ANSWERED', NULL, 'Ruhe.', now(), false, NULL, 'Wartezeiten'),
     ('ANSWERED', NULL, 'Lesen.', now(), true, NULL, 'Wartezeiten'),
     ('SET_ASIDE', NULL, NULL, NULL, false, 'Werbung', 'Ungefragt'))
     AS v (state, email, answer, answered_at, in_public, reason, theme)
   JOIN voice_theme t ON t.name = v.theme
   WHERE m.key = 'rueckrufe' AND t.programme_id = m.programme_id`,
  `INSERT INTO thanks (id, programme_id, measure_id, person_id, text, at)
   SELECT gen_random_uuid(), m.programme_id, m.id, m.owner_id, 'Danke!', now() FROM measure m WHERE m.key = 'rueckrufe'`,
  'UPDATE programme SET feedback_open = true',
];

async function givenVoices({ source }: TestServer): Promise<void> {
  for (const statement of VOICES) await source.query(statement);
}

/** Calls, an application of everyone who has an account, and someone who has looked at them. */
async function givenCalls({ source }: TestServer): Promise<void> {
  for (const state of ['OPEN', 'CLOSED', 'DECIDED']) await source.query(callsIn(state));
  await source.query(
    `UPDATE volunteer_call c SET questions = jsonb_build_array(jsonb_build_object('id', gen_random_uuid(),
       'text', 'Nur hier?')) FROM programme p WHERE p.id = c.programme_id AND p.slug = $1 AND c.state = 'OPEN'`,
    [OTHER],
  );
  const columns = `id, call_id, account_id, name, email, state, motivation, qualifications, last_loop, answers,
    consent_version, consent_at, confirmed_at, rank, note, reason, received_at`;
  const values = (accountId: string, email: string, state: string, rank: string): string =>
    `gen_random_uuid(), c.id, ${accountId}, 'Ada', ${email}, '${state}', 'Weil', '{Zeit}', 5,
     '{"${QUESTION_ID}": "Darum"}', 'applications-1', now(), now(), ${rank}, 'Notiz', 'Voll', now()`;
  await source.query(
    `INSERT INTO application (${columns})
     SELECT ${values('a.id', `a.id || '@example.org'`, 'DECLINED', 'NULL')}
     FROM account a, volunteer_call c JOIN programme p ON p.id = c.programme_id
     WHERE p.slug = 'probe' AND c.state = 'DECIDED'`,
  );
  await source.query(
    `INSERT INTO application (${columns})
     SELECT ${values('NULL', `'ada@example.org'`, 'WAITLISTED', '1')} FROM volunteer_call c
     WHERE c.state = 'DECIDED'`,
  );
  await source.query(
    `INSERT INTO application_access (id, call_id, person_id, at)
     SELECT gen_random_uuid(), c.id, p.id, now() FROM volunteer_call c
     JOIN person p ON p.programme_id = c.programme_id AND p.key = 'bea'`,
  );
}

/** SQL: an idea in each programme of everyone who has an account, as its state says. */
export const ideasIn = (state: string): string =>
  `INSERT INTO idea (id, programme_id, account_id, name, email, title, text, topic_id, state, reason, measure_id,
     acknowledged_by_id, acknowledged_at, answered_by_id, answered_at, created_at)
   SELECT gen_random_uuid(), m.programme_id, a.id, 'Ada', 'ada@example.org', 'Kürzer', 'Weil', t.id, '${state}',
     CASE WHEN '${state}' = 'DECLINED' THEN 'Zu teuer' END, CASE WHEN '${state}' = 'TAKEN_UP' THEN m.id END,
     p.id, now(), p.id, now(), now()
   FROM account a, measure m JOIN topic t ON t.programme_id = m.programme_id AND t.key = 'telefon'
   JOIN person p ON p.programme_id = m.programme_id AND p.key = 'bea' WHERE m.key = 'rueckrufe'`;

/** Changes by someone, so that each record's history says who, from, to and why. */
async function givenHistory(server: TestServer): Promise<void> {
  const adam: SignedIn = await signInAs(server, 'probe', 'adam');
  await server.source.query(
    `INSERT INTO history_entry (id, programme_id, subject, subject_id, actor_id, way, field, from_value, to_value, reason, version)
     SELECT gen_random_uuid(), p.programme_id, s.subject, s.id, p.id, 'API', s.field, s.was, s.became, 'Weil', 1
     FROM person p, LATERAL (
       SELECT 'PROGRAMME' AS subject, p.programme_id AS id, 'title' AS field, 'Alt' AS was, 'Neu' AS became
       UNION ALL SELECT 'LOOP', l.id, 'reflection', 'Alt', 'Neu' FROM learning_loop l WHERE l.programme_id = p.programme_id
       UNION ALL SELECT 'MEASURE', m.id, 'phase', 'PLAN', 'DO' FROM measure m
         WHERE m.programme_id = p.programme_id AND m.key = 'kuerzen'
     ) s WHERE p.account_id = $1`,
    [adam.accountId],
  );
}
