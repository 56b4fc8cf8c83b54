import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import type { Logger } from 'pino';
import { DenyByDefaultGuard } from './auth/deny-by-default.guard.js';
import type { MailSettings, SignInSettings } from './config/env.js';
import { ReadersModule } from './database/readers.module.js';
import { Feeds } from './feeds/feeds.js';
import { GraphqlModule } from './graphql/graphql.module.js';
import { HealthController } from './health/health.controller.js';
import { LOG } from './http/log.js';
import { LiveController } from './live/live.controller.js';
import { SettingsModule } from './http/settings.module.js';
import { SITE, type Site } from './http/site.js';
import { PagesController } from './pages/pages.controller.js';
import { ProblemFilter } from './pages/problem.filter.js';
import { PublicPages } from './pages/public-pages.js';
import { WorkspaceAppController } from './workspace-app/workspace-app.controller.js';
import { MAIL_SETTINGS, SIGN_IN_SETTINGS } from './sign-in/settings.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SIGN_IN_PROVIDERS } from './sign-in/sign-in.providers.js';

/** The list of parts; settings come in through `create`. */
@Module({})
export class AppModule {
  static create(
    log: Logger,
    site: Site,
    settings: { readonly signIn: SignInSettings; readonly mail: MailSettings | null },
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.create([
          { provide: LOG, useValue: log },
          { provide: SITE, useValue: site },
          { provide: SIGN_IN_SETTINGS, useValue: settings.signIn },
          { provide: MAIL_SETTINGS, useValue: settings.mail },
        ]),
        ReadersModule,
        GraphqlModule,
      ],
      // The pages' catch-all comes last.
      controllers: [
        HealthController,
        SignInController,
        LiveController,
        WorkspaceAppController,
        PagesController,
      ],
      providers: [
        ...SIGN_IN_PROVIDERS,
        Feeds,
        PublicPages,
        { provide: APP_GUARD, useClass: DenyByDefaultGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
