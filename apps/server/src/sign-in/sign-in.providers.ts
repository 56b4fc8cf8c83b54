import type { Provider as NestProvider } from '@nestjs/common';
import { Provider } from './provider.js';
import { Throttle } from '../http/throttle.js';

export const SIGN_IN_PROVIDERS: NestProvider[] = [Provider, Throttle];
