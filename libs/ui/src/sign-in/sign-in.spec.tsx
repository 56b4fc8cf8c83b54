import { describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import type { ReactElement } from 'react';
import { renderDocument } from '../render.js';
import { sampleFrame } from '../samples.builder.js';
import type { Language } from '../views.js';
import { LinkPage } from './link-page.js';
import { MailsPage } from './mails-page.js';
import { NotePage, type NoteName } from './note-page.js';
import { SignInPage, type SignInPageView } from './sign-in-page.js';
import { SignedInPage } from './signed-in-page.js';

const everything: SignInPageView = {
  returnTo: '/workspace/de/probe?loop=2&unit="x"',
  provider: true,
  email: true,
  mailsShown: true,
  people: [
    { id: 'p-1', name: 'Ada <b>Ahrens</b>', role: 'ADMINISTRATOR', programme: 'Kurze Wege' },
    { id: 'p-2', name: 'Gisela Gerdes', role: 'GUIDE', programme: 'Kurze Wege' },
    { id: 'p-3', name: 'Gisela Gerdes', role: 'EMPLOYEE', programme: 'Zweites' },
  ],
  badEmail: '"><script>alert(1)</script>',
};
const nothing: SignInPageView = {
  returnTo: null,
  provider: false,
  email: false,
  mailsShown: false,
  people: null,
  badEmail: null,
};
const NOTES = [
  'sent',
  'signedOut',
  'nobody',
  'linkUsed',
  'linkExpired',
  'linkUnknown',
  'throttled',
  'personGone',
  'providerCancelled',
  'providerFailed',
  'providerAway',
] as const satisfies readonly NoteName[];

const pages: Record<string, (language: Language) => ReactElement> = {
  'every way': (language) => <SignInPage {...sampleFrame(language)} view={everything} />,
  'no way': (language) => <SignInPage {...sampleFrame(language)} view={nothing} />,
  'a demonstration without people': (language) => (
    <SignInPage {...sampleFrame(language)} view={{ ...nothing, people: [] }} />
  ),
  link: (language) => <LinkPage {...sampleFrame(language)} secret="abc" />,
  mails: (language) => (
    <MailsPage
      {...sampleFrame(language)}
      mails={[
        {
          name: 'm-1',
          to: 'ada@example.org',
          text: 'Guten Tag\n<b>',
          link: 'https://example.org/',
        },
        { name: 'm-2', to: 'ada@example.org', text: 'Ohne Link', link: null },
      ]}
    />
  ),
  'no mails': (language) => <MailsPage {...sampleFrame(language)} mails={[]} />,
  'signed in': (language) => (
    <SignedInPage
      {...sampleFrame(language)}
      memberships={[{ programme: 'probe', title: 'Kurze Wege', name: 'Ada', role: 'CIRCLE' }]}
      returnTo="/workspace"
    />
  ),
  ...Object.fromEntries(
    NOTES.map((name) => [
      name,
      (language: Language) => (
        <NotePage
          {...sampleFrame(language)}
          name={name}
          returnTo="/workspace/x"
          minutes={15}
          mailsShown
        />
      ),
    ]),
  ),
};

const cases = Object.keys(pages).flatMap((name) =>
  (['de', 'en'] as const).map((language) => [name, language] as const),
);
const render = (name: string, language: Language): string =>
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
  },
});

describe('pages of the sign-in', () => {
  it.each(cases)(
    'are valid HTML that search engines don’t list: %s in %s',
    async (name, language) => {
      const html = render(name, language);
      const report = await validator.validateString(html);
      const faults = report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line} ${ruleId} ${message}`),
      );
      expect(faults).toEqual([]);
      expect(html).toContain('<meta name="robots" content="noindex"/>');
      expect(html).not.toContain('<script');
      expect(html).not.toContain(' style=');
    },
  );

  it('hold what people wrote as text', () => {
    expect(render('every way', 'de')).toContain('Ada &lt;b&gt;Ahrens&lt;/b&gt;, Verwaltung');
    expect(render('every way', 'de')).toContain('value="&quot;&gt;&lt;script&gt;');
  });

  it('keep where to go, also when the language is switched', () => {
    const html = render('every way', 'de');
    const kept = 'return=%2Fworkspace%2Fde%2Fprobe%3Floop%3D2%26unit%3D%22x%22';
    for (const path of [
      '/sign-in/provider?lang=de',
      '/sign-in/email?lang=de',
      '/sign-in/demonstration?lang=de',
      '/sign-in?lang=en',
    ])
      expect(html).toContain(`${path}&amp;${kept}`);
  });
});
