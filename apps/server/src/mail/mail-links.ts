import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SITE, type Site } from '../http/site.js';
import { MAIL_KEY } from './settings.js';

const TOKEN = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.([\w-]{43})$/;

/** The address of a person's mail settings, which nobody can make up: it lets one choose about mail, and nothing else. */
@Injectable()
export class MailLinks {
  readonly #key: Buffer;

  constructor(
    @Inject(MAIL_KEY) secret: string,
    @Inject(SITE) private readonly site: Site,
  ) {
    // The secret signs cookies, too: a key of its own lets neither stand for the other.
    this.#key = createHmac('sha256', secret).update('links of mails').digest();
  }

  addressFor(personId: string): string {
    return `${this.site.origin}/mail/${personId}.${this.#signatureOf(personId)}`;
  }

  /** The person of a token; null when it wasn't made here. */
  personOf(token: string): string | null {
    const [, personId = '', signature = ''] = TOKEN.exec(token) ?? [];
    const wanted = Buffer.from(this.#signatureOf(personId));
    const given = Buffer.from(signature);
    return given.length === wanted.length && timingSafeEqual(given, wanted) ? personId : null;
  }

  #signatureOf(personId: string): string {
    return createHmac('sha256', this.#key).update(personId).digest('base64url');
  }
}
