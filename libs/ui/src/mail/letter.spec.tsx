import { describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { mailCatalogues } from '../messages/mail.js';
import { letterOf, type LetterKind, type LetterView } from './letter.js';

const KINDS = Object.keys(mailCatalogues.de)
  .filter((key) => key.endsWith('.subject'))
  .map((key) => key.slice(0, -'.subject'.length)) as LetterKind[];

const view = (kind: LetterKind, more: Partial<LetterView> = {}): LetterView => ({
  kind,
  language: 'en',
  values: {
    days: 2,
    measureId: 'm1',
    measure: 'Shorter forms',
    call: 'Guides wanted',
    idea: 'Call back',
    day: '2026-12-01',
    loop: 2,
    minutes: 15,
    secret: 's',
  },
  programme: { slug: 'probe', title: 'Short ways' },
  reader: 'Olga Ostermann',
  origin: 'https://loop.example.org',
  settings: 'https://loop.example.org/mail/t',
  ...more,
});

describe('a letter', () => {
  it.each(KINDS.flatMap((kind) => [[kind, 'de'] as const, [kind, 'en'] as const]))(
    '%s says all in %s, as text and as valid HTML that loads nothing',
    async (kind, language) => {
      const { subject, text, html } = letterOf(view(kind, { language }));
      for (const part of [subject, text, html]) {
        expect(part).not.toMatch(/[{}]|undefined|\[object/);
        expect(part.trim()).not.toBe('');
      }
      expect(text).toContain('Olga Ostermann');
      for (const [address] of text.matchAll(/https?:\S+/g))
        expect(address).toMatch(/^https:\/\/loop\.example\.org\//);
      expect(html).not.toMatch(/\ssrc=|url\(|<link|<script/);
      const report = await new HtmlValidate({
        extends: ['html-validate:recommended'],
        rules: {
          'attr-case': 'off',
          'doctype-style': 'off',
          'void-style': 'off',
          'no-inline-style': 'off',
        },
      }).validateString(html);
      expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
    },
  );

  it('holds no text of a user that could begin a line of its own', () => {
    const evil = 'Forms\r\nBcc: all@example.org\u2028X\u202egro';
    const { subject, text, html } = letterOf(
      view('MEASURE_OFFERED', {
        values: { measureId: 'm1', measure: `${evil}<script>alert(1)</script>` },
        reader: `"Olga"\r\n<olga@example.org>`,
        programme: { slug: 'probe', title: evil },
      }),
    );
    expect(subject).toBe(
      'Will you take on “Forms Bcc: all@example.org X gro<script>alert(1)</script>”?',
    );
    expect(text.split('\n').some((line) => line.startsWith('Bcc'))).toBe(false);
    expect(html).not.toContain('<script>');
  });

  it('gives the reason line by line, and cuts a long subject', () => {
    const { subject, text } = letterOf(
      view('SENT_BACK', {
        values: { measureId: 'm1', measure: 'x'.repeat(300), reason: 'One\nTwo' },
      }),
    );
    expect(Array.from(subject)).toHaveLength(150);
    expect(text).toContain('The reason:\n\nOne\n\nTwo\n');
  });

  it('lists what a daily mail tells of, each with its address', () => {
    const { subject, text } = letterOf(
      view('DIGEST', {
        gathered: [
          { kind: 'CHECK_WANTED', values: { measureId: 'm2', measure: 'Phones' } },
          { kind: 'LOOP_ENDING', values: { loop: 3, day: '2026-12-18' } },
        ],
      }),
    );
    expect(subject).toBe('Short ways: 2 pieces of news');
    expect(text).toContain(
      '- Please check: Phones\n  https://loop.example.org/workspace/en/probe/measures/m2',
    );
    expect(text).toContain('https://loop.example.org/workspace/en/probe/loops/3');
  });

  it('has the same messages in all languages', () => {
    expect(Object.keys(mailCatalogues.en).sort()).toEqual(Object.keys(mailCatalogues.de).sort());
  });
});
