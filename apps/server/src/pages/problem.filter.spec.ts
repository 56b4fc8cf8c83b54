import type { ArgumentsHost } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { pino } from 'pino';
import supertest from 'supertest';
import type { Site } from '../http/site.js';
import { ProblemFilter } from './problem.filter.js';

describe('ProblemFilter', () => {
  it('answers a page that could not be made without what was said of it already', async () => {
    const filter = new ProblemFilter(pino({ level: 'silent' }), {} as Site);
    const app = express();
    app.set('etag', false);
    app.get('/', (request, response) => {
      response.setHeader('ETag', 'W/"of-the-page"');
      response.type('html');
      const http = { getRequest: () => request, getResponse: () => response };
      const host = { getType: () => 'http', switchToHttp: () => http };
      filter.catch(new Error('not made'), host as unknown as ArgumentsHost);
    });
    const answer = await supertest(app).get('/').set('Accept', 'application/json').expect(500);
    expect(answer.headers).not.toHaveProperty('etag');
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.text).not.toContain('not made');
  });
});
