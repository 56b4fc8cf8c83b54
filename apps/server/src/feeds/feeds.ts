import { Injectable } from '@nestjs/common';
import { Feed } from 'feed';
import { ProgrammeReader } from '#application/published/programme-reader.js';
import { NO_FILTER, SuccessesReader } from '#application/published/successes-reader.js';
import { addressOf, languages, type Place } from '#ui/addresses.js';
import { markdownToHtml, plainText } from '#ui/markdown.js';
import type { Language } from '#ui/views.js';

const NEWEST = 50;
const SITEMAP_PROGRAMMES = 1_000;
const SITEMAP_ENTRIES = 5_000;

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
  ): Promise<string | null> {
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
    for (const success of successes)
      feed.addItem({
        id: `urn:uuid:${success.id}`,
        link: at({ page: 'success', slug, measureKey: success.key }),
        title: success.question.text,
        description: success.measureTitle.text,
        content: markdownToHtml(success.result.text),
        date: new Date(success.publishedAt),
        published: new Date(success.publishedAt),
        category: [{ name: success.topicTitle.text, term: success.topicKey }],
      });
    return format === 'atom' ? feed.atom1() : feed.json1();
  }

  /** Addresses of the public pages in every language, at most 5,000 a programme's newest first. */
  async sitemap(origin: string): Promise<string> {
    const places: Place[] = [{ page: 'programmes' }];
    for (const { id, slug, defaultLanguage } of await this.programmes.list(
      'de',
      SITEMAP_PROGRAMMES,
      null,
    )) {
      const scope = { programmeId: id, wanted: defaultLanguage, written: defaultLanguage };
      places.push({ page: 'successes', slug }, { page: 'loops', slug });
      for (const loop of await this.programmes.loops([id]))
        places.push({ page: 'loop', slug, number: loop.number });
      for (const { key } of await this.successes.topicList(scope))
        places.push({ page: 'topic', slug, key });
      for (const measureKey of await this.successes.keys(id, SITEMAP_ENTRIES))
        places.push({ page: 'success', slug, measureKey });
      for (const page of ['accessibility', 'easy', 'privacy'] as const) places.push({ page, slug });
    }
    // Keys and slugs are ASCII words, and addressOf escapes the rest: nothing here needs XML escapes but the origin's own.
    const urls = places.flatMap((place) =>
      languages.map((language) => `<url><loc>${origin}${addressOf(place, language)}</loc></url>`),
    );
    return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
  }
}
