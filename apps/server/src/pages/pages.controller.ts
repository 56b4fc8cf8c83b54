import { setImmediate } from 'node:timers/promises';
import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { languages, programmesAddress, readAddress, successesAddress } from '#ui/addresses.js';
import { renderDocumentInTurns } from '#ui/render.js';
import { Public } from '../auth/public.js';
import { Feeds } from '../feeds/feeds.js';
import { SITE, type Site } from '../http/site.js';
import { frameOf } from './frame-of.js';
import { languageOf } from './language.js';
import { PublicPages } from './public-pages.js';
import { sendPage } from './send-page.js';

/** The public faces: pages and feeds by address. */
@Public()
@Controller()
export class PagesController {
  constructor(
    private readonly pages: PublicPages,
    private readonly feeds: Feeds,
    @Inject(SITE) private readonly site: Site,
  ) {}

  /** The language is negotiated here and nowhere else; every other address names it. */
  @Get()
  start(@Req() request: Request, @Res() response: Response): void {
    response.vary('Accept-Language');
    response.setHeader('Cache-Control', 'no-cache');
    response.redirect(302, programmesAddress(languageOf(request)));
  }

  @Get('robots.txt')
  robots(@Res() response: Response): void {
    response
      .type('text/plain')
      .send(`User-agent: *\nDisallow: /graphql\nSitemap: ${this.site.origin}/sitemap.xml\n`);
  }

  @Get('sitemap.xml')
  async sitemap(@Req() request: Request, @Res() response: Response): Promise<void> {
    const sitemap = await this.feeds.sitemap(this.site.origin);
    await sendPage(request, response, 'application/xml', sitemap, () => sitemap, 'all');
  }

  @Get('*path')
  async page(@Req() request: Request, @Res() response: Response): Promise<void> {
    const short = shortAddress(request.path);
    if (short !== null) return response.redirect(302, short);
    const address = readAddress(request.path);
    if (address === null) throw new NotFoundException();
    const { place, language } = address;
    if (place.page === 'atom' || place.page === 'json') {
      const feed = await this.feeds.feed(place.slug, place.page, language, this.site.origin);
      if (feed === null) throw new NotFoundException();
      return sendPage(
        request,
        response,
        place.page === 'atom' ? 'application/atom+xml' : 'application/feed+json',
        feed.text,
        () => feed.text,
        feed,
      );
    }
    const query = new URL(request.originalUrl, 'http://reader').searchParams;
    const page = await this.pages.page(place, query, frameOf(this.site, language), new Date());
    if (page === null) throw new NotFoundException();
    // "Overdue" and "as of" change with the day even when no record does.
    await sendPage(
      request,
      response,
      'html',
      [page.facts, this.site.assets.stylesheet, new Date().toDateString()],
      () => renderDocumentInTurns(page.element, setImmediate),
      page.source,
    );
  }
}

/** `/de` and `/de/{programme}` lead to the page that is meant. */
function shortAddress(path: string): string | null {
  const [, first, slug, ...rest] = path.split('/');
  const language = languages.find((one) => one === first);
  if (language === undefined || rest.some((part) => part !== '')) return null;
  if (slug === undefined) return programmesAddress(language);
  return /^[a-z0-9-]+$/.test(slug) ? successesAddress(slug, language) : null;
}
