import { Module, type DynamicModule, type ValueProvider } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessGuard, TokenVerifier } from '#access';
import { openRoomDatabase, RoomDatabase } from '#database';
import { busMigrations, connectBus, openMessaging, Outbox, type MessagingOptions } from '#messaging';
import { ApiDescriptionController } from './api-description/api-description.controller.js';
import { ProblemDetailsFilter, sendProblem } from './problem-details.filter.js';
import type { Room } from './room.js';
import { ROOM_SETTINGS, settingsFrom, wholeNumber, type RoomSettings } from './settings.js';

/** A room that runs: it hears, and answers HTTP once it listens or is given requests. */
export interface OpenRoom {
  readonly room: Room;
  readonly app: NestFastifyApplication;
  /** Finishes what is in hand, then lets go of everything. */
  close(): Promise<void>;
}

/** Opens a room's database, bus and HTTP application. It does not listen on a port yet. */
export async function openRoom(room: Room, settings: RoomSettings): Promise<OpenRoom> {
  const database = await openRoomDatabase({
    url: settings.databaseUrl,
    room: room.name,
    entities: room.entities,
    migrations: [...busMigrations, ...room.migrations],
  });
  try {
    const app = await openApp(room, settings, database);
    return { room, app, close: () => app.close().finally(() => database.close()) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Everything is initialised before the first message is heard. */
async function openApp(room: Room, settings: RoomSettings, database: RoomDatabase): Promise<NestFastifyApplication> {
  const { outbox, strategy } = openMessaging(database, messagingOptions(room, settings));
  const app = await createApp(room, settings, database, outbox);
  try {
    connectBus(app, strategy);
    await app.init();
    await app.startAllMicroservices();
    await app.getHttpAdapter().getInstance().ready();
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

function messagingOptions({ name }: Room, { kafkaBrokers, topicPrefix }: RoomSettings): MessagingOptions {
  return {
    room: name,
    transport: kafkaBrokers ? { kind: 'kafka', brokers: kafkaBrokers, topicPrefix } : { kind: 'postgres' },
  };
}

async function createApp(
  room: Room,
  settings: RoomSettings,
  database: RoomDatabase,
  outbox: Outbox,
): Promise<NestFastifyApplication> {
  const verifier = new TokenVerifier(settings.tokens);
  const adapter = new FastifyAdapter({
    bodyLimit: settings.maxDocumentBytes,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: MAX_PATH_LENGTH },
    frameworkErrors: sendProblem,
  });
  const root = RoomRoot.of(room, [
    { provide: RoomDatabase, useValue: database },
    { provide: Outbox, useValue: outbox },
    { provide: ROOM_SETTINGS, useValue: settings },
  ]);
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    bodyParser: false,
    logger: ['warn', 'error'],
  });
  if (room.rawBodies) takeRawBodies(app);
  app.useGlobalFilters(new ProblemDetailsFilter());
  app.useGlobalGuards(new AccessGuard(app.get(Reflector), verifier));
  return app;
}

/** No path is longer: Node reads 16 KiB of headers. What a path names that is too long is not found, as whatever else there is not. */
const MAX_PATH_LENGTH = 16_384;

function takeRawBodies(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.addHook('onRequest', ({ raw: { headers } }, _reply, done) => {
    if (!MEDIA_TYPE.test(headers['content-type'] ?? '')) delete headers['content-type'];
    done();
  });
}

/** RFC 9110 §8.3.1, at most 255 characters. Where it is only a hint, fastify shall not refuse (415) the bytes for one that is none. */
const MEDIA_TYPE = /^(?=.{1,255}$)[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+ *(;[\x20-\x7e]*)?$/;

@Module({})
class RoomRoot {
  /** The room's module, with what every room is given. */
  static of({ module }: Room, given: readonly ValueProvider[]): DynamicModule {
    const exports = given.map(({ provide }) => provide);
    return {
      module: RoomRoot,
      global: true,
      imports: [module],
      controllers: [ApiDescriptionController],
      providers: [...given],
      exports,
    };
  }
}

/** Starts a room alone, as the environment says, and stops it in order on SIGTERM or SIGINT. */
export async function startRoom(room: Room): Promise<void> {
  const opened = await openRoom(room, await settingsFrom(process.env));
  const port = wholeNumber(process.env, 'PORT', 3000);
  await opened.app.listen(port, process.env['HOST'] ?? '127.0.0.1');
  process.stdout.write(`${room.name} answers on port ${port}\n`);
  stopOnSignal(() => opened.close());
}

/** Closes once, and exits 0 when that is done. A second signal is not waited for. */
export function stopOnSignal(close: () => Promise<void>): void {
  const stop = () => {
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Stopping failed: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
