import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Controller, Get, Header, Inject, NotFoundException, Param, StreamableFile } from '@nestjs/common';
import { Public } from '#access';
import { projectRoot } from '#contracts';
import { RoomDatabase } from '#database';
import { ROOM_SETTINGS, type RoomSettings } from './settings.js';

const ASSETS: Readonly<Record<string, string>> = { 'swagger-ui.css': 'text/css; charset=utf-8', 'swagger-ui-bundle.js': 'text/javascript; charset=utf-8' };

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Yidan 一单 API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="api"></div><script src="/docs/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true });</script></body>
</html>
`;

/** What every room can tell anyone: the API's description, the keys that tokens are checked with, and whether the room is well. */
@Public()
@Controller()
export class ApiDescriptionController {
  constructor(
    private readonly database: RoomDatabase,
    @Inject(ROOM_SETTINGS) private readonly settings: RoomSettings,
  ) {}

  @Get('openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  description(): string {
    return readFileSync(new URL('schemas/api/openapi.json', projectRoot), 'utf8');
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return PAGE;
  }

  @Get('docs/:asset')
  asset(@Param('asset') asset: string): StreamableFile {
    const type = ASSETS[asset];
    if (type === undefined) throw new NotFoundException();
    const file = createRequire(import.meta.url).resolve(`swagger-ui-dist/${asset}`);
    return new StreamableFile(readFileSync(file), { type });
  }

  @Get('.well-known/jwks.json')
  keys(): object {
    const { tokens } = this.settings;
    if (!('jwks' in tokens)) throw new NotFoundException();
    return tokens.jwks;
  }

  @Get('health/live')
  live(): object {
    return { status: 'up' };
  }

  @Get('health/ready')
  async ready(): Promise<object> {
    await this.database.asRoom((transaction) => transaction.query('SELECT 1'));
    return { status: 'up' };
  }
}
