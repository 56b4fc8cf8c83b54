import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aDoneMeasure,
  aProgramme,
  brought,
  measureOf,
  type ProgrammeDraft,
} from '../support/sample-programme.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

/** A word that stands nowhere else, for a column that nobody may read. */
const secret = (name: string): string => `geheim${name}qx`;

/** The sample with a word of its own in every private column. */
function withSecrets(): ProgrammeDraft {
  const draft = aProgramme('probe');
  Object.assign(draft.loops?.[0] ?? {}, { reflection: secret('reflexion') });
  draft.people?.push({
    key: 'still',
    name: secret('name'),
    email: `${secret('mail')}@example.org`,
    role: 'GUIDE',
    publicName: 'HIDDEN',
  });
  draft.people?.push({
    key: 'rolle',
    name: secret('rollenname'),
    role: 'GUIDE',
    publicName: 'ROLE',
    unit: 'buero',
  });
  draft.topics?.push({
    key: 'geplant',
    title: secret('thema'),
    description: secret('themenbeschreibung'),
  });
  draft.actionFields?.push(
    { key: 'geplant-3', topic: 'geplant', loop: 3, question: secret('plan') },
    { key: 'telefon-3', topic: 'telefon', loop: 3, question: secret('planfrage') },
  );
  Object.assign(measureOf(draft, 'rueckrufe'), {
    successCriterion: secret('kriterium'),
    lesson: secret('lehre'),
    anchoredIn: secret('anker'),
    guides: ['still', 'rolle'],
    owner: 'still',
    contributors: ['still'],
  });
  measureOf(draft, 'rueckrufe').steps?.push({
    text: 'Entfallener Schritt',
    state: 'DROPPED',
    reason: secret('schrittgrund'),
  });
  measureOf(draft, 'rueckrufe').results?.push(
    { key: 'entwurf', text: secret('entwurf') },
    {
      key: 'intern',
      text: secret('internertext'),
      state: 'INTERNAL',
      internalReason: secret('interngrund'),
    },
  );
  measureOf(draft, 'rueckrufe').nextSteps?.push(
    { key: 'weg', text: 'Entfallenes', state: 'DROPPED', reason: secret('weitergrund') },
    { key: 'wird', text: 'Wird geplant', state: 'BECAME_MEASURE', becameMeasure: 'geplant' },
    { key: 'an-still', text: 'Für jemanden', addresseePerson: 'still' },
  );
  Object.assign(measureOf(draft, 'kuerzen'), {
    title: secret('offen'),
    description: secret('offenbeschreibung'),
  });
  draft.measures?.push(
    { key: 'geplant', actionField: 'geplant-3', title: secret('planmassnahme') },
    {
      ...aDoneMeasure('gestoppt', 'formulare-2'),
      phase: 'STOPPED',
      stoppedIn: 'CHECK',
      reason: secret('endgrund'),
    },
  );
  return draft;
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await brought(server.source, withSecrets());
});
afterAll(() => server.stop());

const textOf = async (path: string): Promise<string> => (await server.get(path)).text();
const pathsOfSitemap = async (): Promise<string[]> =>
  [...(await textOf('/sitemap.xml')).matchAll(/<loc>([^<]*)<\/loc>/g)].map(
    ([, address = '']) => new URL(address).pathname,
  );
const FEEDS = [
  '/de/probe/erfolge.atom',
  '/de/probe/erfolge.json',
  '/en/probe/successes.atom',
  '/en/probe/successes.json',
];
const FILTERS = [
  'loop=2',
  'phase=DONE',
  'phase=STOPPED',
  'topic=telefon',
  'goal=naehe',
  'unit=buero',
  'q=ergebnis',
].map((query) => `/de/probe/erfolge?${query}`);

/** Every public page as bytes, but for the moment at which it speaks. */
async function allPages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const path of [...(await pathsOfSitemap()), ...FEEDS, ...FILTERS, '/sitemap.xml'])
    pages.set(path, (await textOf(path)).replace(/<time[^>]*>[^<]*<\/time>/g, ''));
  return pages;
}

describe('what isn’t published', () => {
  it('stands on no page, in no feed, in no sitemap and in no log', async () => {
    const pages = await allPages();
    expect(pages.size).toBeGreaterThan(25);
    expect([...pages.values()].join('')).toContain('Ergebnis von rueckrufe');
    for (const [path, text] of pages)
      expect([path, /geheim\w*qx/.exec(text)?.[0]]).toEqual([path, undefined]);
    expect(server.logged.join('')).not.toMatch(/geheim\w*qx/);
  });

  it('is found by no search', async () => {
    const count = async (word: string): Promise<number> =>
      (await textOf(`/de/probe/erfolge?q=${word}`)).match(/ id="e-[a-z0-9-]+"/g)?.length ?? 0;
    expect(await count('rueckrufe')).toBeGreaterThan(0);
    for (const word of [
      'entwurf',
      'internertext',
      'interngrund',
      'lehre',
      'kriterium',
      'anker',
      'plan',
      'planfrage',
      'name',
      'mail',
      'endgrund',
      'reflexion',
    ])
      expect([word, await count(secret(word))]).toEqual([word, 0]);
  });

  it('has no page of its own', async () => {
    for (const path of ['erfolge/kuerzen', 'erfolge/geplant', 'themen/geplant', 'schleifen/3'])
      expect([path, (await server.get(`/de/probe/${path}`)).status]).toEqual([path, 404]);
  });

  it('moves no byte of any page when it is added', async () => {
    const before = await allPages();
    const draft = withSecrets();
    measureOf(draft, 'rueckrufe').results?.push({
      key: 'noch-ein-entwurf',
      text: 'Noch ein Entwurf',
    });
    measureOf(draft, 'kuerzen').results = [{ key: 'erster-entwurf', text: 'Erster Entwurf' }];
    draft.actionFields?.push({
      key: 'formulare-3',
      topic: 'formulare',
      loop: 3,
      question: 'Was wird geplant?',
    });
    await brought(server.source, draft);
    const after = await allPages();
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [path, text] of before)
      expect([path, after.get(path) === text]).toEqual([path, true]);
  });
});

describe('consent to a public name', () => {
  it.each([
    ['NAME_AND_UNIT', true, true],
    ['NAME', true, false],
    ['ROLE', false, false],
    ['HIDDEN', false, false],
  ] as const)('%s is followed at once', async (publicName, name, unit) => {
    const draft = withSecrets();
    Object.assign(draft.people?.find(({ key }) => key === 'gisela') ?? {}, { publicName });
    await brought(server.source, draft);
    const page = await textOf('/de/probe/erfolge/telefondienst');
    expect([page.includes('Gisela Gerdes'), page.includes('Gerdes, Büro')]).toEqual([name, unit]);
    expect(page.includes('Transformationsbegleitung')).toBe(
      publicName !== 'HIDDEN' && publicName === 'ROLE',
    );
  });
});
