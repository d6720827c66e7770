import 'reflect-metadata';
import { Body, Controller, HttpCode, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';

/** What HTTP alone costs with our stack: the bytes are taken, nothing is done with them. */
@Controller('v1/documents')
class Taking {
  @Post()
  @HttpCode(202)
  take(@Body() body: Buffer): { size: number } {
    return { size: body.length };
  }
}

@Module({ controllers: [Taking] })
class HttpOnly {}

const app = await NestFactory.create<NestFastifyApplication>(HttpOnly, new FastifyAdapter(), {
  bodyParser: false,
  logger: false,
});
const server = app.getHttpAdapter().getInstance();
server.removeAllContentTypeParsers();
server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
await app.listen(0, '127.0.0.1');
process.stdout.write(`It answers on port ${(app.getHttpServer().address() as AddressInfo).port}\n`);
process.once('SIGTERM', () => process.exit(0));
