import { Injectable } from '@nestjs/common';

/** Whether this server has been told to end, and still answers until the proxies know. */
@Injectable()
export class Leaving {
  hasBegun = false;
}
