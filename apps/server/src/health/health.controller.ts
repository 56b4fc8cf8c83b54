import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { Public } from '../auth/public.js';
import { Database } from '../database/database.js';
import { Leaving } from './leaving.js';

/** For load balancers and people on call; says nothing about what is inside. */
@Public()
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly leaving: Leaving,
  ) {}

  /** The process answers. */
  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process and its database answer, and will go on to. */
  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready(): Promise<{ status: 'ok' }> {
    if (this.leaving.hasBegun) throw new ServiceUnavailableException({ status: 'leaving' });
    try {
      await this.database.query('SELECT 1');
    } catch {
      throw new ServiceUnavailableException({ status: 'unavailable' });
    }
    return { status: 'ok' };
  }
}
