import { Global, Module } from '@nestjs/common';
import { Mailer } from './mailer.js';

/** The way out for mails, for every module. */
@Global()
@Module({ providers: [Mailer], exports: [Mailer] })
export class MailerModule {}
