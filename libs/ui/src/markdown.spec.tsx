import { describe, expect, it } from '@jest/globals';
import { markdownToHtml, plainText } from './markdown.js';

describe('Markdown', () => {
  it('shows raw HTML as text', () => {
    expect(markdownToHtml('<script>alert(1)</script>')).toBe(
      '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    );
    expect(markdownToHtml('a <img src=x onerror=alert(1)> b')).not.toContain('<img');
  });

  it('makes no link of a dangerous or relative address', () => {
    expect(markdownToHtml('[x](javascript:alert(1))')).not.toContain('<a');
    expect(markdownToHtml('[x](data:text/html;base64,AAAA)')).not.toContain('<a');
    expect(markdownToHtml('[x](//example.org/a)')).toBe('<p>x</p>');
    expect(markdownToHtml('[x](/login)')).toBe('<p>x</p>');
  });

  it('links what is written as an address', () => {
    expect(markdownToHtml('https://example.org/a und Kund:innen')).toBe(
      '<p><a href="https://example.org/a" rel="noopener noreferrer">https://example.org/a</a> und Kund:innen</p>',
    );
    expect(markdownToHtml('team@example.org')).toContain('href="mailto:team@example.org"');
    expect(markdownToHtml('Bericht.de')).toBe('<p>Bericht.de</p>');
  });

  it('keeps the words of a picture and loads nothing', () => {
    expect(markdownToHtml('![Ein Plan](https://example.org/p.png)')).toBe('<p>Ein Plan</p>');
  });

  it('turns headings into strong paragraphs, so that the order of the page holds', () => {
    expect(markdownToHtml('# Groß\n\n### Klein')).toBe(
      '<p><strong>Groß</strong></p>\n<p><strong>Klein</strong></p>',
    );
  });

  it('keeps headings where the text is most of the page', () => {
    expect(markdownToHtml('# Groß\n\n### Klein', 'h2')).toBe('<h2>Groß</h2>\n<h2>Klein</h2>');
  });

  it('keeps single line breaks, lists and code', () => {
    expect(markdownToHtml('a\nb')).toBe('<p>a<br />\nb</p>');
    expect(markdownToHtml('- a\n- b')).toContain('<li>a</li>');
    expect(markdownToHtml('```\n<b>\n```')).toBe('<p><code>&lt;b&gt;</code></p>');
  });

  it('says its words in one line, cut at the end of a word', () => {
    expect(plainText('# Eins\n\n- **zwei**\n- [drei](https://example.org)')).toBe('Eins zwei drei');
    expect(plainText('eins zwei drei', 11)).toBe('eins zwei…');
    expect(plainText('a & b <c>')).toBe('a & b <c>');
  });
});
