import MarkdownIt from 'markdown-it';
import type { ReactElement } from 'react';
import sanitizeHtml from 'sanitize-html';

const markdown = new MarkdownIt('default', {
  html: false,
  linkify: true,
  breaks: true,
  typographer: false,
});
markdown.disable(['table', 'strikethrough']);
// A word with a dot in it is no address; only what is written as one becomes a link.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: true });

const escape = markdown.utils.escapeHtml;
const block = (code: string): string =>
  `<p><code>${escape(code.replace(/\n+$/, '')).replaceAll('\n', '<br>')}</code></p>\n`;
const asHeading = (env: unknown): boolean => (env as { headings?: Headings }).headings === 'h2';
markdown.renderer.rules['heading_open'] = (_tokens, _index, _options, env) =>
  asHeading(env) ? '<h2>' : '<p><strong>';
markdown.renderer.rules['heading_close'] = (_tokens, _index, _options, env) =>
  asHeading(env) ? '</h2>\n' : '</strong></p>\n';
markdown.renderer.rules['image'] = (tokens, index) => escape(tokens[index]?.content ?? '');
markdown.renderer.rules['fence'] = (tokens, index) => block(tokens[index]?.content ?? '');
markdown.renderer.rules['code_block'] = (tokens, index) => block(tokens[index]?.content ?? '');
markdown.renderer.rules['hr'] = () => '';

const whole = /^(https?:\/\/|mailto:)/i;
const rules: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'h2', 'br', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'code', 'blockquote'],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  selfClosing: ['br'],
  transformTags: {
    // A span is not allowed, so that only the words of the link remain.
    a: (_tag, { href = '' }) =>
      whole.test(href)
        ? { tagName: 'a', attribs: { href, rel: 'noopener noreferrer' } }
        : { tagName: 'span', attribs: {} },
  },
};

/** What headings become: strong paragraphs, or headings of the page where the text is most of it. */
type Headings = 'p' | 'h2';

/** Markdown as HTML of a few harmless elements; nothing in it is loaded from elsewhere. */
export function markdownToHtml(text: string, headings: Headings = 'p'): string {
  return sanitizeHtml(markdown.render(text, { headings }), rules).trim();
}

/** A plain text as HTML that shows it as it is. */
export function textAsHtml(text: string): string {
  return escape(text);
}

/** A text of an author. `lang` is given where it differs from the page's. */
export function Markdown({
  text,
  lang,
  className = 'ls-prose',
  headings = 'p',
}: {
  readonly text: string;
  readonly lang?: string | undefined;
  readonly className?: string;
  readonly headings?: Headings;
}): ReactElement {
  return (
    <div
      className={className}
      lang={lang}
      dangerouslySetInnerHTML={{ __html: markdownToHtml(text, headings) }}
    />
  );
}

/** The words of a Markdown text in one line, cut after `maximum` characters at a word's end. */
export function plainText(text: string, maximum = Number.POSITIVE_INFINITY): string {
  const parts: string[] = [];
  for (const token of markdown.parse(text, {})) {
    if (token.type === 'fence' || token.type === 'code_block') parts.push(token.content);
    for (const child of token.children ?? []) {
      if (child.type === 'softbreak' || child.type === 'hardbreak') parts.push(' ');
      else parts.push(child.content);
    }
    if (token.type.endsWith('_close') || token.type === 'inline') parts.push(' ');
  }
  const line = parts.join('').replace(/\s+/g, ' ').trim();
  if (line.length <= maximum) return line;
  const cut = line.slice(0, maximum - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,;:.–-]+$/, '')}…`;
}
