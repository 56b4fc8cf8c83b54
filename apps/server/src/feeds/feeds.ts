import { Injectable } from '@nestjs/common';
import { Feed } from 'feed';
import { ProgrammeReader } from '#application/published/programme-reader.js';
import { NO_FILTER, SuccessesReader } from '#application/published/successes-reader.js';
import { addressOf, languages, type Place } from '#ui/addresses.js';
import { markdownToHtml, plainText, textAsHtml } from '#ui/markdown.js';
import type { Language } from '#ui/views.js';

const NEWEST = 50;
const SITEMAP_PROGRAMMES = 1_000;
/** Places of all programmes together, each in every language: a sitemap may hold 50,000 addresses. */
const SITEMAP_PLACES = Math.floor(50_000 / languages.length) - 1;
/** Characters that no XML document may hold, not even escaped; texts may. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The labels of categories, in which `feed` escapes all but this one bracket. */
const LABELS = /<category label="[^"]*"/g;

function wellFormed(atom: string): string {
  return atom
    .replace(LABELS, (label) => `<${label.slice(1).replaceAll('<', '&lt;')}`)
    .replace(NO_XML, '\ufffd');
}

/** The successes as Atom and JSON feeds, and all public addresses as a sitemap. */
@Injectable()
export class Feeds {
  constructor(
    private readonly programmes: ProgrammeReader,
    private readonly successes: SuccessesReader,
  ) {}

  /** The newest successes of a programme, or null when there is no such programme. */
  async feed(
    slug: string,
    format: 'atom' | 'json',
    language: Language,
    origin: string,
  ): Promise<{ readonly programmeId: string; readonly text: string } | null> {
    const programme = await this.programmes.bySlug(slug, language);
    if (programme === null) return null;
    const scope = {
      programmeId: programme.id,
      wanted: language,
      written: programme.defaultLanguage,
    };
    const successes = await this.successes.feed(scope, NO_FILTER, NEWEST, null);
    const at = (place: Place): string => origin + addressOf(place, language);
    const feed = new Feed({
      id: at({ page: 'successes', slug }),
      link: at({ page: 'successes', slug }),
      title: programme.title.text,
      description: plainText(programme.purpose.text),
      language,
      copyright: programme.organisation.text,
      generator: 'Lernschleife',
      updated: new Date(successes[0]?.publishedAt ?? 0),
      feedLinks: { atom: at({ page: 'atom', slug }), json: at({ page: 'json', slug }) },
      author: { name: programme.organisation.text },
    });
    // Atom's titles and summaries are HTML as `feed` writes them; those of JSON Feed are plain text.
    const plain = format === 'atom' ? textAsHtml : (text: string): string => text;
    for (const success of successes)
      feed.addItem({
        id: `urn:uuid:${success.id}`,
        link: at({ page: 'success', slug, measureKey: success.key }),
        title: plain(success.question.text),
        description: plain(success.measureTitle.text),
        content: markdownToHtml(success.result.text),
        date: new Date(success.publishedAt),
        published: new Date(success.publishedAt),
        category: [{ name: success.topicTitle.text, term: success.topicKey }],
      });
    const text = format === 'atom' ? wellFormed(feed.atom1()) : feed.json1();
    return { programmeId: programme.id, text };
  }

  /** Addresses of the public pages in every language, at most 50,000: of many programmes each has its share. */
  async sitemap(origin: string): Promise<string> {
    const places: Place[] = [{ page: 'programmes' }];
    const programmes = await this.programmes.list('de', SITEMAP_PROGRAMMES, null);
    const share = Math.floor(SITEMAP_PLACES / Math.max(programmes.length, 1));
    for (const { id, slug, defaultLanguage, callOpen } of programmes) {
      const scope = { programmeId: id, wanted: defaultLanguage, written: defaultLanguage };
      const own: Place[] = [
        { page: 'successes', slug },
        { page: 'loops', slug },
      ];
      if (callOpen) own.push({ page: 'join', slug });
      for (const page of ['accessibility', 'easy', 'privacy'] as const) own.push({ page, slug });
      for (const loop of await this.programmes.loops([id]))
        own.push({ page: 'loop', slug, number: loop.number });
      for (const { key } of await this.successes.topicList(scope))
        own.push({ page: 'topic', slug, key });
      const left = share - own.length;
      for (const measureKey of left > 0 ? await this.successes.keys(id, left) : [])
        own.push({ page: 'success', slug, measureKey });
      places.push(...own.slice(0, share));
    }
    // Keys and slugs are ASCII words, and addressOf escapes the rest: nothing here needs XML escapes but the origin's own.
    const urls = places.flatMap((place) =>
      languages.map((language) => `<url><loc>${origin}${addressOf(place, language)}</loc></url>`),
    );
    return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
  }
}
