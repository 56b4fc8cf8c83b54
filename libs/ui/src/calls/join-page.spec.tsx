import { describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import type { ReactElement } from 'react';
import { OwnWordsContext } from '../parts/own-words.js';
import { renderDocument } from '../render.js';
import { sampleFrame, sampleProgramme } from '../samples.builder.js';
import type { Language } from '../views.js';
import { sampleApplication, sampleFields, sampleJoinPage } from './join-samples.builder.js';
import { JoinPage, JoinSentPage } from './join-page.js';
import type { JoinFault, JoinPageView } from './join-view.js';

const faults: readonly JoinFault[] = [
  { field: 'name', problem: 'MISSING' },
  { field: 'email', problem: 'MALFORMED' },
  { field: 'motivation', problem: 'TOO_LONG', limit: 10_000 },
  { field: 'qualifications', problem: 'UNKNOWN' },
  { field: 'topics', problem: 'UNKNOWN' },
  { field: 'lastLoop', problem: 'OUT_OF_RANGE' },
  { field: 'answer-q-1', problem: 'BAD_CHARACTER' },
  { field: 'consent', problem: 'MISSING' },
];

const { call } = sampleJoinPage();
const signedIn = { applicant: { email: 'kim@example.org' } };
const views: Record<string, JoinPageView> = {
  'an open call': sampleJoinPage(),
  'without anything to choose': sampleJoinPage({
    topics: [],
    call: call && { ...call, qualifications: [], questions: [] },
  }),
  'only signed in': sampleJoinPage({ byEmail: false }),
  'signed in': sampleJoinPage(signedIn),
  'every fault': sampleJoinPage({ faults, fields: sampleFields({ lastLoop: '99' }), sent: true }),
  throttled: sampleJoinPage({ problem: { code: 'THROTTLED', minutes: 12 }, sent: true }),
  'signed out meanwhile': sampleJoinPage({ problem: { code: 'SIGNED_OUT' }, sent: true }),
  'an own application': sampleJoinPage({
    ...signedIn,
    application: sampleApplication(),
    note: 'confirmed',
  }),
  'applied already': sampleJoinPage({
    ...signedIn,
    application: sampleApplication(),
    problem: { code: 'EXISTS' },
    sent: true,
  }),
  'a withdrawn one': sampleJoinPage({
    ...signedIn,
    application: sampleApplication({ state: 'WITHDRAWN', mayChange: false, mayWithdraw: false }),
    note: 'withdrawn',
  }),
  over: sampleJoinPage({ open: false }),
  'over, without a call': sampleJoinPage({ open: false, call: null, sent: true }),
  'over, waiting': sampleJoinPage({
    ...signedIn,
    open: false,
    application: sampleApplication({ mayChange: false }),
  }),
  'over, declined': sampleJoinPage({
    ...signedIn,
    open: false,
    application: sampleApplication({
      state: 'DECLINED',
      reason: 'Alle Plätze sind vergeben.',
      mayChange: false,
      mayWithdraw: false,
    }),
  }),
};

const pages: Record<string, (language: Language) => ReactElement> = {
  ...Object.fromEntries(
    Object.entries(views).map(([name, view]) => [
      name,
      (language: Language) => <JoinPage {...sampleFrame(language)} view={view} />,
    ]),
  ),
  'sent by e-mail': (language) => (
    <JoinSentPage
      {...sampleFrame(language)}
      programme={sampleProgramme({ callOpen: true })}
      days={2}
      mailsShown
    />
  ),
};
const cases = Object.keys(pages).flatMap((name) =>
  (['de', 'en'] as const).map((language) => [name, language] as const),
);
const render = (name: string, language: Language = 'de'): string =>
  renderDocument(pages[name]?.(language) ?? <p />);

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // How HTML is written down, which React decides.
  rules: {
    'attr-case': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // The boxes of a group share their name.
    'form-dup-name': ['error', { shared: ['checkbox', 'submit'] }],
  },
});

describe('the page of a call', () => {
  it.each(cases)(
    'is valid HTML without script or inline style: %s in %s',
    async (name, language) => {
      const html = render(name, language);
      const report = await validator.validateString(html);
      const found = report.results.flatMap(({ messages }) =>
        messages.map(
          ({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`,
        ),
      );
      expect(found).toEqual([]);
      expect(html).not.toMatch(/<script|\sstyle=|\son[a-z]+=/);
    },
  );

  it.each(cases)(
    'has one h1, headings in order, and links to what is there: %s in %s',
    (name, language) => {
      const html = render(name, language);
      const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [index, level] of levels.entries())
        expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
      for (const [, targets = ''] of html.matchAll(/aria-describedby="([^"]*)"/g))
        for (const target of targets.split(' ')) expect(ids).toContain(target);
    },
  );

  it('says the facts, with the least term as loops', () => {
    const html = render('an open call');
    expect(html).toContain('<time dateTime="2025-12-05">5. Dezember 2025</time>');
    expect(html).toContain('Fünf Transformationsbegleitungen');
    expect(html).toContain('Lernschleifen 6 und 7');
    expect(html).toContain('90 Tage nach dem Ende des Aufrufs');
  });

  it('offers the least term and a few loops more, and keeps what was chosen', () => {
    const options = (html: string): string[] =>
      [...html.matchAll(/<option value="([^"]*)"( selected="")?>([^<]*)/g)].map(
        ([, value = '', selected, text]) => `${value}${selected ? '*' : ''} ${text}`,
      );
    expect(options(render('an open call'))).toEqual([
      '* bis Lernschleife\u00a07 (das Mindeste)',
      '8 bis Lernschleife\u00a08',
      '9 bis Lernschleife\u00a09',
      '10 bis Lernschleife\u00a010',
      '11 bis Lernschleife\u00a011',
    ]);
    expect(options(render('every fault')).at(-1)).toBe('99* bis Lernschleife\u00a099');
  });

  it('leads from each fault to its field, and loses nothing that was written', () => {
    const html = render('every fault');
    for (const target of [
      'name',
      'email',
      'motivation',
      'qualifications-0',
      'topics-0',
      'lastLoop',
      'answer-q-1',
      'consent',
    ])
      expect(html).toContain(`href="#${target}"`);
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(6);
    expect(html).toContain('8 Angaben passen noch nicht');
    expect(html).toContain('höchstens 10.000\u00a0Zeichen');
    expect(html).toContain('<title>Fehler: Mitmachen –');
    const { name, email, motivation, answers } = sampleFields();
    for (const text of [name, email, ...Object.values(answers)]) expect(html).toContain(text);
    expect(html).toContain(
      motivation.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    );
    expect(html.match(/ checked=""/g)).toHaveLength(3);
  });

  it('has the focus on what is told, and nowhere else', () => {
    for (const [name, count] of [
      ['every fault', 1],
      ['an own application', 1],
      ['throttled', 1],
      ['an open call', 0],
    ] as const)
      expect([name, render(name).match(/autofocus/gi)?.length ?? 0]).toEqual([name, count]);
  });

  it('asks for no address where it is known, and for no consent twice', () => {
    expect(render('an open call')).toContain('name="email"');
    expect(render('signed in')).not.toContain('name="email"');
    expect(render('signed in')).toContain('name="consent" value="applications-1"');
    const own = render('an own application');
    expect(own).not.toContain('name="consent"');
    expect(own).toContain('value="edit"');
    expect(own).toContain('value="withdraw"');
  });

  it('has no form where one has to sign in first, and none after the end', () => {
    for (const name of ['only signed in', 'over', 'over, declined'])
      expect([name, render(name).includes('name="motivation"')]).toEqual([name, false]);
    expect(render('only signed in')).toContain(
      'href="/sign-in?lang=de&amp;return=%2Fde%2Fstadtgruen%2Fmitmachen"',
    );
    expect(render('over, declined')).toContain('Alle Plätze sind vergeben.');
    expect(render('over, without a call')).toContain('Beete kenne ich gut');
  });

  it('marks the words of the programme in another language', () => {
    const html = render('an open call', 'en');
    expect(html).toContain('lang="de">Begleiten Sie den Wandel');
    expect(html).toContain('<span lang="de">Moderation</span>');
    expect(html).toContain('<span lang="de">Wie viel Zeit haben Sie?</span>');
  });

  it('says the programme’s own words in labels', () => {
    const html = renderDocument(
      <OwnWordsContext
        value={{ 'word.guide': 'Lotse', 'word.guides': 'Lotsen', 'word.loop': 'Runde' }}
      >
        {pages['an open call']?.('de')}
      </OwnWordsContext>,
    );
    expect(html).toContain('Lotse: was zu tun ist');
    expect(html).toContain('5\u00a0Lotsen');
    expect(html).toContain('bis Runde\u00a08');
  });
});
