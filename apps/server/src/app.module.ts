import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import type { Logger } from 'pino';
import { DenyByDefaultGuard } from './auth/deny-by-default.guard.js';
import { IdeasController } from './sign-in/ideas/ideas.controller.js';
import { JoinController } from './sign-in/join/join.controller.js';
import { JoinPreviewController } from './sign-in/join/join-preview.controller.js';
import type { MailSettings, SignInSettings } from './config/env.js';
import { PublicDatabase, REPLICAS, type ReplicaSettings } from './database/public-database.js';
import { PublishedReaders } from './database/published-readers.js';
import { ReadersModule } from './database/readers.module.js';
import { Feeds } from './feeds/feeds.js';
import { GraphqlModule } from './graphql/graphql.module.js';
import { HealthController } from './health/health.controller.js';
import { Leaving } from './health/leaving.js';
import { LOG } from './http/log.js';
import { LiveController } from './live/live.controller.js';
import { SettingsModule } from './http/settings.module.js';
import { SITE, type Site } from './http/site.js';
import { MailController } from './mail/mail.controller.js';
import { MailerModule } from './mail/mailer.module.js';
import { MAIL_PROVIDERS } from './mail/mail.providers.js';
import { MAIL_KEY, MAIL_SETTINGS } from './mail/settings.js';
import { OwnDataController } from './own-data/own-data.controller.js';
import { PagesController } from './pages/pages.controller.js';
import { ProblemFilter } from './pages/problem.filter.js';
import { PublicPages } from './pages/public-pages.js';
import { PreviewController } from './workspace-app/preview.controller.js';
import { WorkspaceAppController } from './workspace-app/workspace-app.controller.js';
import { SIGN_IN_SETTINGS } from './sign-in/settings.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SIGN_IN_PROVIDERS } from './sign-in/sign-in.providers.js';
import { ThanksController } from './sign-in/thanks/thanks.controller.js';
import { FeedbackController } from './voices/feedback.controller.js';

/** The list of parts; settings come in through `create`. */
@Module({})
export class AppModule {
  static create(
    log: Logger,
    site: Site,
    settings: {
      readonly signIn: SignInSettings;
      readonly mail: MailSettings | null;
      readonly mailKey: string;
    } & ReplicaSettings,
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.create([
          { provide: LOG, useValue: log },
          { provide: SITE, useValue: site },
          { provide: SIGN_IN_SETTINGS, useValue: settings.signIn },
          { provide: MAIL_SETTINGS, useValue: settings.mail },
          { provide: MAIL_KEY, useValue: settings.mailKey },
          { provide: REPLICAS, useValue: settings },
        ]),
        ReadersModule,
        MailerModule,
        GraphqlModule,
      ],
      // The pages' catch-all comes last.
      controllers: [
        HealthController,
        SignInController,
        MailController,
        JoinController,
        FeedbackController,
        OwnDataController,
        IdeasController,
        ThanksController,
        LiveController,
        PreviewController,
        JoinPreviewController,
        WorkspaceAppController,
        PagesController,
      ],
      providers: [
        Leaving,
        ...SIGN_IN_PROVIDERS,
        ...MAIL_PROVIDERS,
        {
          provide: Feeds,
          useFactory: (database: PublicDatabase) => {
            const { programmes, successes } = new PublishedReaders(database);
            return new Feeds(programmes, successes);
          },
          inject: [PublicDatabase],
        },
        {
          provide: PublicPages,
          useFactory: (database: PublicDatabase) => {
            const { programmes, successes, voices } = new PublishedReaders(database);
            return new PublicPages(programmes, successes, voices);
          },
          inject: [PublicDatabase],
        },
        { provide: APP_GUARD, useClass: DenyByDefaultGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
