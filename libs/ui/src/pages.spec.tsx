import { describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import type { ReactElement } from 'react';
import { successesAddress } from './addresses.js';
import { ErrorPage } from './errors/error-page.js';
import { LoopPage } from './loops/loop-page.js';
import { LoopsPage } from './loops/loops-page.js';
import { messagesFor } from './messages/translate.js';
import { OwnWordsContext } from './parts/own-words.js';
import { guideLines } from './parts/entry.js';
import { widthClass } from './parts/loop-strip.js';
import { ProgrammesPage } from './programmes/programmes-page.js';
import { renderDocument, renderDocumentInTurns } from './render.js';
import {
  sampleFrame,
  sampleLoop,
  sampleLoopIndex,
  sampleLoopPage,
  sampleProgramme,
  sampleProgrammesPage,
  sampleSuccess,
  sampleSuccessesPage,
  sampleSuccessPage,
  sampleTopicPage,
} from './samples.builder.js';
import { SuccessPage } from './successes/success-page.js';
import { SuccessesPage } from './successes/successes-page.js';
import { TextPage } from './texts/text-page.js';
import { TopicPage } from './topics/topic-page.js';
import type { Language } from './views.js';

const none = { search: '', loop: null, phase: null, topic: null, goal: null, unit: null };
const empty = { topics: [], topicCount: 0, successCount: 0, nextAfter: null };

const pages: Record<string, (language: Language) => ReactElement> = {
  successes: (language) => (
    <SuccessesPage {...sampleFrame(language)} view={sampleSuccessesPage()} />
  ),
  'successes, none yet': (language) => (
    <SuccessesPage {...sampleFrame(language)} view={sampleSuccessesPage({ ...empty, loops: [] })} />
  ),
  'successes, no match': (language) => (
    <SuccessesPage
      {...sampleFrame(language)}
      view={sampleSuccessesPage({ ...empty, filter: { ...none, search: 'x"<' } })}
    />
  ),
  success: (language) => <SuccessPage {...sampleFrame(language)} view={sampleSuccessPage()} />,
  loops: (language) => <LoopsPage {...sampleFrame(language)} view={sampleLoopIndex()} />,
  loop: (language) => <LoopPage {...sampleFrame(language)} view={sampleLoopPage()} />,
  'loop without results': (language) => (
    <LoopPage {...sampleFrame(language)} view={{ ...sampleLoopPage(), successes: [] }} />
  ),
  topic: (language) => <TopicPage {...sampleFrame(language)} view={sampleTopicPage()} />,
  programmes: (language) => (
    <ProgrammesPage {...sampleFrame(language)} view={sampleProgrammesPage()} />
  ),
  'no programmes': (language) => (
    <ProgrammesPage {...sampleFrame(language)} view={{ programmes: [] }} />
  ),
  accessibility: (language) => (
    <TextPage {...sampleFrame(language)} name="accessibility" programme={sampleProgramme()} />
  ),
  privacy: (language) => (
    <TextPage {...sampleFrame(language)} name="privacy" programme={sampleProgramme()} />
  ),
  'easy to read': (language) => (
    <TextPage {...sampleFrame(language)} name="easy" programme={sampleProgramme()} />
  ),
  'successes, later page': (language) => (
    <SuccessesPage
      {...sampleFrame(language)}
      view={sampleSuccessesPage({ after: 'anfang', filter: { ...none, loop: 4 } })}
    />
  ),
  'loop of unknown days without measures': (language) => (
    <LoopPage
      {...sampleFrame(language)}
      view={{
        ...sampleLoopPage(),
        loop: sampleLoop(4, { startDay: null, endDay: null, counts: [], total: 0 }),
      }}
    />
  ),
  'many loops': (language) => (
    <LoopsPage
      {...sampleFrame(language)}
      view={{
        ...sampleLoopIndex(),
        loops: Array.from({ length: 30 }, (_one, at) => sampleLoop(at + 1)),
      }}
    />
  ),
  'refused filter': (language) => (
    <ErrorPage
      {...sampleFrame(language)}
      status={400}
      programme={null}
      address={successesAddress('stadtgruen', language)}
      fault={{ field: 'loop', problem: 'NOT_A_NUMBER' }}
    />
  ),
  'not found': (language) => (
    <ErrorPage {...sampleFrame(language)} status={404} programme={sampleProgramme()} />
  ),
  failure: (language) => (
    <ErrorPage {...sampleFrame(language)} status={500} programme={null} requestId="r-1" />
  ),
};

const cases = Object.keys(pages).flatMap((name) =>
  (['de', 'en'] as const).map((language) => [name, language] as const),
);
const render = (name: string, language: Language): string =>
  renderDocument(pages[name]?.(language) ?? <p />);

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // How HTML is written down, which React decides; and names that authors may make as long as they like.
  rules: {
    'attr-case': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'tel-non-breaking': 'off',
  },
});

describe('public pages', () => {
  it.each(cases)('are valid HTML: %s in %s', async (name, language) => {
    const report = await validator.validateString(render(name, language));
    const found = report.results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`,
      ),
    );
    expect(found).toEqual([]);
  });

  it.each(cases)('have one h1 and headings in order: %s in %s', (name, language) => {
    const levels = [...render(name, language).matchAll(/<h([1-6])[\s>]/g)].map(([, level]) =>
      Number(level),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it.each(cases)('have unique ids, no script and no inline style: %s in %s', (name, language) => {
    const html = render(name, language);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).not.toMatch(/<script|\sstyle=|\son[a-z]+=/);
    for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });

  it.each(cases)('are the same made in turns: %s in %s', async (name, language) => {
    const page = (
      <OwnWordsContext value={{ 'word.loop': 'Runde', 'word.loops': 'Runden' }}>
        {pages[name]?.(language)}
      </OwnWordsContext>
    );
    expect(await renderDocumentInTurns(page, () => Promise.resolve())).toBe(renderDocument(page));
  });

  it.each(['successes', 'topic', 'loop'])(
    'let others in between while they are made: %s',
    async (name) => {
      let turns = 0;
      const turn = (): Promise<number> => Promise.resolve(turns++);
      await renderDocumentInTurns(pages[name]?.('de') ?? <p />, turn);
      expect(turns).toBeGreaterThan(1);
    },
  );

  it('mark words of another language', () => {
    expect(render('successes', 'de')).toContain(
      'lang="en">How do visitors find the quiet corners?',
    );
    expect(render('successes', 'en')).toContain('lang="de">Beetpatenschaften');
  });

  it('name their address, and the same page in the other language', () => {
    const html = render('loop', 'en');
    expect(html).toContain(
      '<link rel="canonical" href="https://example.org/en/stadtgruen/loops/4"/>',
    );
    expect(html).toContain(
      'hrefLang="x-default" href="https://example.org/de/stadtgruen/schleifen/4"',
    );
  });

  it('keep errors out of search engines and name the request', () => {
    expect(render('failure', 'de')).toContain('<meta name="robots" content="noindex"/>');
    expect(render('failure', 'de')).toContain('<code>r-1</code>');
    expect(render('not found', 'de')).not.toContain('rel="canonical"');
  });

  it('lead from a refused filter back to its page, and to the same address in the other language', () => {
    const html = render('refused filter', 'de');
    expect(html).toContain('kern-btn--primary" href="/de/stadtgruen/erfolge"');
    expect(html).toContain('href="/en/stadtgruen/successes"');
    expect(render('not found', 'en')).toContain('href="/de/"');
  });

  it('say in the title that a list is filtered, and lead back to its start', () => {
    expect(render('successes, later page', 'de')).toContain('<title>Gefundene Erfolge –');
    expect(render('successes, later page', 'de')).toContain(
      'href="/de/stadtgruen/erfolge?loop=4#filter"',
    );
    expect(render('successes', 'de')).toContain('<title>Erfolge –');
    expect(render('successes', 'de')).not.toContain('Zum Anfang der Liste');
  });

  it('show an open step past its day as overdue while its measure goes on, and not after', () => {
    const page = (phase: 'DO' | 'STOPPED', asOf: string): string =>
      renderDocument(
        <SuccessPage
          {...sampleFrame('de')}
          view={{ ...sampleSuccessPage(), asOf, success: sampleSuccess({ phase, nextSteps: [] }) }}
        />,
      );
    // The step is due on 5 December 2025; in Berlin the 6th begins at 23:00 UTC.
    expect(page('DO', '2025-12-05T23:30:00.000Z')).toContain('Überfällig');
    expect(page('DO', '2025-12-05T22:30:00.000Z')).not.toContain('Überfällig');
    expect(page('STOPPED', '2025-12-31T00:00:00.000Z')).not.toContain('Überfällig');
  });

  it("say a measure's title once when the text below begins with it", () => {
    const page = (title: string): string =>
      renderDocument(
        <SuccessPage
          {...sampleFrame('de')}
          view={{
            ...sampleSuccessPage(),
            success: sampleSuccess({
              measureTitle: { text: title, language: 'de' },
              measureDescription: { text: 'Zeiten *sammeln*, dann aushängen.', language: 'de' },
            }),
          }}
        />,
      );
    expect(page('Zeiten sammeln…')).not.toContain('class="ls-measure"');
    expect(page('Zeiten')).not.toContain('class="ls-measure"');
    expect(page('Zeit')).toContain('class="ls-measure"');
    expect(page('Fahrplan')).toContain('class="ls-measure"');
  });

  it('offer a way back when nothing matches', () => {
    const html = render('successes, no match', 'de');
    expect(html).toContain('Alle Ergebnisse anzeigen');
    expect(html).toContain('value="x&quot;&lt;"');
  });

  it('name guides only by consent', () => {
    expect(
      guideLines(
        [
          { name: null, unit: null },
          { name: null, unit: null },
        ],
        messagesFor('de'),
      ),
    ).toEqual(['Zwei Transformationsbegleitungen']);
    expect(
      guideLines(
        [
          { name: 'Ada', unit: 'Planung' },
          { name: null, unit: null },
        ],
        messagesFor('de'),
      ),
    ).toEqual(['Ada, Planung', 'Eine weitere Transformationsbegleitung']);
    expect(guideLines([], messagesFor('de'))).toEqual([]);
  });

  it('fit any number into the bar', () => {
    expect(widthClass(3, 4)).toBe('n3');
    expect(widthClass(400, 400)).toBe('n20');
    expect(widthClass(1, 400)).toBe('n1');
  });
});
