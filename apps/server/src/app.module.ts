import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import type { Logger } from 'pino';
import { DenyByDefaultGuard } from './auth/deny-by-default.guard.js';
import { ReadersModule } from './database/readers.module.js';
import { Feeds } from './feeds/feeds.js';
import { GraphqlModule } from './graphql/graphql.module.js';
import { HealthController } from './health/health.controller.js';
import { LOG } from './http/log.js';
import { SettingsModule } from './http/settings.module.js';
import { SITE, type Site } from './http/site.js';
import { PagesController } from './pages/pages.controller.js';
import { ProblemFilter } from './pages/problem.filter.js';
import { PublicPages } from './pages/public-pages.js';

/** The list of parts; settings come in through `create`. */
@Module({})
export class AppModule {
  static create(log: Logger, site: Site): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.create([
          { provide: LOG, useValue: log },
          { provide: SITE, useValue: site },
        ]),
        ReadersModule,
        GraphqlModule,
      ],
      // The pages' catch-all comes last.
      controllers: [HealthController, PagesController],
      providers: [
        Feeds,
        PublicPages,
        { provide: APP_GUARD, useClass: DenyByDefaultGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
