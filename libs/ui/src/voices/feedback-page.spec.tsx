import { describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import type { ReactElement } from 'react';
import { renderDocument } from '../render.js';
import {
  sampleFrame,
  sampleProgramme,
  sampleSuccessesPage,
  sampleSuccessPage,
} from '../samples.builder.js';
import { SuccessPage } from '../successes/success-page.js';
import { SuccessesPage } from '../successes/successes-page.js';
import { FeedbackClosedPage, FeedbackPage, FeedbackSentPage } from './feedback-page.js';
import type { VoiceView } from '../views.js';
import type { FeedbackPageView } from './voice-view.js';

const programme = sampleProgramme({ feedbackOpen: true });
const page = (changes: Partial<FeedbackPageView> = {}): FeedbackPageView => ({
  programme,
  key: 'beete-4',
  question: { text: 'Wie werden Nachbar:innen zu Pat:innen?', language: 'de' },
  measureTitle: { text: 'Patenschaften erproben', language: 'de' },
  consentVersion: 'voices-1',
  fields: { kind: 'QUESTION', text: '', email: '', agrees: false },
  faults: [],
  waitMinutes: null,
  ...changes,
});
const voice = (changes: Partial<VoiceView> = {}): VoiceView => ({
  id: 'voice-1',
  key: 'beete-4',
  kind: 'QUESTION',
  text: 'Darf ich <b>auch</b>?\nUnd wann?',
  language: 'de',
  answer: 'Ja & gern.',
  answeredAt: '2025-11-13T23:30:00.000Z',
  ledTo: { key: 'beete-5', title: 'Alle Viertel' },
  ...changes,
});
const frame = sampleFrame('en');
const written = { kind: 'FEEDBACK', text: '\nSehr "gut"', email: 'kim@', agrees: true } as const;
const pages: Record<string, ReactElement> = {
  'the form': <FeedbackPage {...frame} view={page()} />,
  'every fault': (
    <FeedbackPage
      {...frame}
      view={page({
        fields: written,
        faults: [
          { field: 'text', problem: 'TOO_LONG', limit: 5_000 },
          { field: 'email', problem: 'MALFORMED' },
          { field: 'consent', problem: 'UNKNOWN' },
        ],
      })}
    />
  ),
  throttled: <FeedbackPage {...frame} view={page({ fields: written, waitMinutes: 7 })} />,
  sent: <FeedbackSentPage {...frame} view={page()} />,
  closed: <FeedbackClosedPage {...frame} view={page({ fields: written })} />,
  'a success': (
    <SuccessPage
      {...frame}
      view={{ ...sampleSuccessPage(), programme, voices: [voice(), voice({ id: 'voice-2' })] }}
    />
  ),
  'the successes': (
    <SuccessesPage
      {...frame}
      view={sampleSuccessesPage({
        programme,
        voices: { themes: [{ name: 'Wasser', count: 1 }], newest: [voice({ ledTo: null })] },
      })}
    />
  ),
};
const html = (name: string): string => renderDocument(pages[name]!);

describe('readers’ voices', () => {
  it.each(Object.keys(pages))('stand on a valid page: %s', async (name) => {
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
      },
    });
    const report = await validator.validateString(html(name));
    expect(html(name)).not.toMatch(/<script|\sstyle=/);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ message }) => message)),
    ).toEqual([]);
  });

  it('lose nothing of what was typed, and say how long to wait', () => {
    for (const name of ['every fault', 'throttled']) {
      expect(html(name)).toContain('value="kim@"');
      // A text area leaves its first line's end out; one is the text's own.
      expect(html(name)).toContain('>\n\nSehr &quot;gut&quot;</textarea>');
      expect(html(name)).toMatch(/id="consent"[^>]* checked=""/);
    }
    expect(html('throttled')).toContain('wait 7 minutes');
    expect(html('closed')).toContain('Sehr &quot;gut&quot;');
  });

  it('are text and in their own language, with the day where the programme is', () => {
    const success = html('a success');
    expect(success).toContain(
      'lang="de">Darf ich &lt;b&gt;auch&lt;/b&gt;?\nUnd wann?</blockquote>',
    );
    expect(success).toContain('Ja &amp; gern.');
    expect(success).toContain('14 November 2025');
    expect(success).toContain('href="/en/stadtgruen/successes/beete-5"');
    expect(html('the successes')).toContain('one voice');
  });
});
