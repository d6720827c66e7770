import { Controller, Get, Header, Inject, Param, StreamableFile } from '@nestjs/common';
import { Public } from '#access';
import { projectRoot } from '#contracts';
import { Refusal } from '#domain';
import { ROOM_SETTINGS, type RoomSettings } from '../settings.js';
import { DOCS_ASSETS, DOCS_PAGE, DOCS_POLICY } from './docs-page.js';
import { selfContained } from './self-contained.js';

let description: string | undefined;

/** What every room can tell anyone: the API's description and the keys that tokens are checked with. */
@Public()
@Controller()
export class ApiDescriptionController {
  constructor(@Inject(ROOM_SETTINGS) private readonly settings: RoomSettings) {}

  @Get('openapi.json')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Header('X-Content-Type-Options', 'nosniff')
  description(): string {
    description ??= JSON.stringify(selfContained(new URL('schemas/api/openapi.json', projectRoot)));
    return description;
  }

  @Get('docs')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', DOCS_POLICY)
  @Header('Referrer-Policy', 'no-referrer')
  @Header('X-Content-Type-Options', 'nosniff')
  page(): string {
    return DOCS_PAGE;
  }

  @Get('docs/:asset')
  @Header('X-Content-Type-Options', 'nosniff')
  asset(@Param('asset') name: string): StreamableFile {
    const asset = DOCS_ASSETS.get(name);
    if (asset === undefined)
      throw new Refusal('HTTP.404', 'not-found', { en: 'There is no such file.', zh: '没有此文件。' });
    return new StreamableFile(asset.open(), { type: asset.type });
  }

  @Get('.well-known/jwks.json')
  keys(): object {
    const { tokens } = this.settings;
    if (!('jwks' in tokens))
      throw new Refusal('HTTP.404', 'not-found', {
        en: 'Tokens are issued elsewhere; their keys are there.',
        zh: '令牌由其他机构签发，密钥也在那里。',
      });
    return tokens.jwks;
  }
}
