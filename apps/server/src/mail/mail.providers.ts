import type { Provider } from '@nestjs/common';
import { MailJobs } from './mail-jobs.js';
import { MailLinks } from './mail-links.js';

export const MAIL_PROVIDERS: Provider[] = [MailJobs, MailLinks];
