import type { Provider as NestProvider } from '@nestjs/common';
import { Mailer } from './mailer.js';
import { Provider } from './provider.js';
import { SignInMails } from './sign-in-mails.js';
import { Throttle } from './throttle.js';

export const SIGN_IN_PROVIDERS: NestProvider[] = [Mailer, Provider, SignInMails, Throttle];
