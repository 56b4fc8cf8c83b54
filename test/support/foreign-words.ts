import type { Page } from 'playwright-core';
import { workspaceCatalogues } from '#ui/messages/workspace.js';
import type { Language } from '#ui/views.js';

/** Parts of a message with fewer letters may stand in a text of the other language as well. */
const TELLING = 12;

type Words = { readonly whole: ReadonlySet<string>; readonly parts: readonly string[] };

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Texts without parameters, and longer parts between parameters, that only the other language's catalogue has. */
function foreignTo(language: Language): Words {
  const { de, en } = workspaceCatalogues;
  const [own, other] = language === 'de' ? [de, en] : [en, de];
  const here = new Set(Object.values<string>(own).map(plain));
  const foreign = Object.values<string>(other)
    .map(plain)
    .filter((text) => !here.has(text));
  return {
    whole: new Set(foreign.filter((text) => !text.includes('{') && text.length > 3)),
    parts: foreign
      // What chooses among plurals nests its parts.
      .filter((text) => text.includes('{') && !/\{[^{}]*\{/.test(text))
      .flatMap((text) => text.split(/\{[^{}]*\}/))
      .map((part) => part.trim())
      .filter((part) => part.length >= TELLING && ![...here].some((text) => text.includes(part))),
  };
}

const FOREIGN: Readonly<Record<Language, Words>> = { de: foreignTo('de'), en: foreignTo('en') };

/**
 * All that a page says to eyes and screen readers in its own language: texts but for those that are marked as another
 * one's, such as the name of the other language, and the attributes that are read aloud.
 */
async function saidOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const said = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        const marked = node.parentElement.closest('[lang]').lang !== document.documentElement.lang;
        if (!marked && !['SCRIPT', 'STYLE', 'TEXTAREA'].includes(node.parentElement.tagName)) said.push(node.data);
      } else for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'])
        said.push(node.getAttribute(name) ?? '');
    }
    return said;
  })()`);
}

/** What stands on a page in the words of the interface's other language than `language`. */
export async function foreignWordsOn(page: Page, language: Language): Promise<readonly string[]> {
  const { whole, parts } = FOREIGN[language];
  const said = (await saidOn(page)).map(plain);
  return said.filter((text) => whole.has(text) || parts.some((part) => text.includes(part)));
}
