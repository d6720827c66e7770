import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ProblemDetailsFilter } from '../problem-details.filter.js';
import { ROOM_SETTINGS } from '../settings.js';
import { ApiDescriptionController } from './api-description.controller.js';

@Module({
  controllers: [ApiDescriptionController],
  providers: [{ provide: ROOM_SETTINGS, useValue: { tokens: { jwks: { keys: [] } } } }],
})
class DocsOnly {}

describe('the API described to a browser', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(DocsOnly, new FastifyAdapter(), { logger: false });
    app.useGlobalFilters(new ProblemDetailsFilter());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });

  afterAll(() => app.close());

  const get = (url: string) => app.inject({ method: 'GET', url });

  it('is a page that works under its own policy: every script and style comes from here, none stands in the page', async () => {
    const { statusCode, headers, body } = await get('/docs');
    expect(statusCode).toBe(200);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self';/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect([...body.matchAll(/<script[^>]*>([^<]*)</g)].map(([, script]) => script)).toEqual(['', '']);
    expect(body).not.toMatch(/<style| style=| on\w+=|https?:/);
    for (const [, asset] of body.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const answer = await get(asset as string);
      expect([asset, answer.statusCode, answer.headers['x-content-type-options']]).toEqual([asset, 200, 'nosniff']);
      expect(answer.headers['content-type']).toMatch(/^text\/(css|javascript); charset=utf-8$/);
    }
    expect((await get('/docs/start.js')).body).toContain("url: '/openapi.json'");
  });

  it.each(['/docs/package.json', '/docs/..%2Fpackage.json', '/docs/constructor'])(
    'gives nothing else away: %s',
    async (url) => {
      expect((await get(url)).statusCode).toBe(404);
    },
  );

  it('is one OpenAPI 3.1 document that refers to no other', async () => {
    const { headers, body } = await get('/openapi.json');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(body).openapi).toMatch(/^3\.1\./);
    expect([...body.matchAll(/"\$ref":"([^#"][^"]*)"/g)]).toEqual([]);
  });
});
