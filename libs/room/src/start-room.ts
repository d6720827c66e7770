import { Logger, Module, type DynamicModule, type ValueProvider } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TerminusModule } from '@nestjs/terminus';
import type { FastifyInstance } from 'fastify';
import { AccessGuard, TokenVerifier } from '#access';
import { hearersOf } from '#contracts';
import { openRoomDatabase, RoomDatabase } from '#database';
import { Refusal } from '#domain';
import { busMigrations, connectBus, openMessaging, Outbox, ParkingLot, type MessagingOptions } from '#messaging';
import { EVERY_ROOMS_CONTROLLERS } from './every-rooms-controllers.js';
import { CreateWriteProbe1764200000000 } from './health/write-probe.migration.js';
import { otherMediaType } from './http/bytes-of.js';
import { Deadline } from './http/deadline.interceptor.js';
import { takeBodiesAsTheyAre } from './http/take-bodies-as-they-are.js';
import { takeJson } from './http/take-json.js';
import { tellOtherMethods } from './http/tell-other-methods.js';
import { knowMaxBytes } from './http/know-max-bytes.js';
import { openDoor } from './http/open-door.js';
import { logRequests } from './logs/log-requests.js';
import { measureRequests } from './metrics/measure-requests.js';
import { Metrics } from './metrics/metrics.js';
import { ProblemDetailsFilter, sendProblem } from './problem-details.filter.js';
import type { OtherBody, Room } from './room.js';
import { addressFrom, ROOM_SETTINGS, settingsFrom, type RoomSettings } from './settings.js';
import { openSupervision, Supervision } from './supervision.js';
import { during } from './traces/activity.js';
import { traceRequests } from './traces/request-steps.js';

const CLEAN_EVERY_MS = 10 * 60_000;

/** A room that runs: it hears, and answers the HTTP requests it is given. */
export interface OpenRoom {
  readonly room: Room;
  readonly app: NestFastifyApplication;
  /** Finishes what is in hand, then lets go of everything. */
  close(): Promise<void>;
}

/** Opens a room's database, bus and HTTP application. It does not listen on a port. */
export function openRoom(room: Room, settings: RoomSettings, supervision: Supervision): Promise<OpenRoom> {
  return during({ room: room.name }, () => open(room, settings, supervision));
}

async function open(room: Room, settings: RoomSettings, supervision: Supervision): Promise<OpenRoom> {
  const database = await openRoomDatabase({
    url: settings.databaseUrl,
    room: room.name,
    entities: room.entities,
    migrations: [...busMigrations, ...room.migrations, CreateWriteProbe1764200000000],
  });
  try {
    const app = await openApp(room, settings, database, supervision);
    return { room, app, close: () => app.close().finally(() => database.close()) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Everything is initialised before the first message is heard. */
async function openApp(
  room: Room,
  settings: RoomSettings,
  database: RoomDatabase,
  supervision: Supervision,
): Promise<NestFastifyApplication> {
  const messaging = openMessaging(database, messagingOptions(room, settings, supervision));
  const app = await createApp(room, settings, supervision, [
    { provide: RoomDatabase, useValue: database },
    { provide: Outbox, useValue: messaging.outbox },
    { provide: ParkingLot, useValue: messaging.parked },
    { provide: Metrics, useValue: supervision.metrics },
    { provide: Supervision, useValue: supervision },
    { provide: ROOM_SETTINGS, useValue: settings },
  ]);
  try {
    connectBus(app, messaging.strategy);
    await app.init();
    assertHears(room, messaging.strategy.topics);
    await app.startAllMicroservices();
    await app.getHttpAdapter().getInstance().ready();
    supervision.watch({ room: room.name, database, vitals: messaging.vitals });
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

function messagingOptions({ name }: Room, settings: RoomSettings, supervision: Supervision): MessagingOptions {
  const { kafkaBrokers, topicPrefix, keepSentHours } = settings;
  return {
    room: name,
    transport: kafkaBrokers ? { kind: 'kafka', brokers: kafkaBrokers, topicPrefix } : { kind: 'postgres' },
    retention: { hearersOf, keepHours: keepSentHours, everyMs: CLEAN_EVERY_MS },
    observer: supervision.observe(name),
  };
}

/** What a room hears without the contracts saying so could be cleaned away before it has handled it. */
function assertHears({ name }: Room, heard: readonly string[]): void {
  const unsaid = heard.filter((topic) => !hearersOf(topic).includes(name));
  if (unsaid.length > 0) throw new Error(`${name} hears ${unsaid.join(', ')}: say so in the contracts' topics.ts.`);
}

async function createApp(
  room: Room,
  settings: RoomSettings,
  supervision: Supervision,
  given: readonly ValueProvider[],
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: settings.maxDocumentBytes,
    routerOptions: { maxParamLength: MAX_PATH_LENGTH },
    frameworkErrors: sendProblem,
  });
  const app = await NestFactory.create<NestFastifyApplication>(RoomRoot.of(room, given), adapter, {
    bodyParser: false,
    logger: supervision.logger,
  });
  watchRequests(app, room.name, supervision);
  const server = app.getHttpAdapter().getInstance();
  tellOtherMethods(server, MAX_PATH_LENGTH);
  takeBodiesAsTheyAre(server);
  const { rawBodies, otherBodies = [] } = room;
  knowMaxBytes(server, settings.maxDocumentBytes, otherBodies);
  if (rawBodies) takeRawBodies(server);
  else takeJsonAnd(otherBodies, server);
  app.useGlobalFilters(new ProblemDetailsFilter());
  app.useGlobalInterceptors(new Deadline());
  app.useGlobalGuards(new AccessGuard(app.get(Reflector), new TokenVerifier(settings.tokens)));
  return app;
}

/** No path is longer: Node reads 16 KiB of headers. What a path names that is too long is not found, as whatever else there is not. */
const MAX_PATH_LENGTH = 16_384;

/** Traces first: the log says which one a request belongs to. */
function watchRequests(app: NestFastifyApplication, room: string, { tracer, metrics }: Supervision): void {
  const server = app.getHttpAdapter().getInstance();
  traceRequests(server, room, tracer);
  logRequests(server);
  measureRequests(server, room, metrics);
}

function takeRawBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.addHook('onRequest', ({ raw: { headers } }, _reply, done) => {
    if (!MEDIA_TYPE.test(headers['content-type'] ?? '')) delete headers['content-type'];
    done();
  });
}

/** JSON, and on some paths other media types. Who sends another is told which of them the route takes. */
function takeJsonAnd(others: readonly OtherBody[], server: FastifyInstance): void {
  takeJson(server);
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser('*', ({ url }, _body, done) => done(notTakenHere(url, others)));
  for (const { types, at, maxBytes } of others) {
    const options = { parseAs: 'buffer', ...(maxBytes !== undefined && { bodyLimit: maxBytes }) } as const;
    server.addContentTypeParser([...types], options, ({ url }, body, done) =>
      at.test(url) ? done(null, body) : done(notTakenHere(url, others)),
    );
  }
}

const notTakenHere = (url: string, others: readonly OtherBody[]): Refusal =>
  otherMediaType(others.find(({ at }) => at.test(url))?.types ?? ['application/json']);

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
      imports: [module, TerminusModule.forRoot({ logger: false })],
      controllers: [...EVERY_ROOMS_CONTROLLERS],
      providers: [...given],
      exports,
    };
  }
}

/** Starts a room alone, as the environment says; what it gives stops it in order. */
export async function startRoom(room: Room): Promise<(drain: boolean) => Promise<void>> {
  const address = addressFrom(process.env);
  const settings = await settingsFrom(process.env);
  const supervision = await openSupervision(settings, `yidan-${room.name}`);
  const opened = await openRoom(room, settings, supervision);
  const server = opened.app.getHttpAdapter().getInstance();
  const door = await openDoor((request, response) => server.routing(request, response), address, settings, supervision);
  new Logger('Room').log(`${room.name} answers on port ${door.port}`);
  return (drain) => door.close(drain ? settings.drainSeconds : 0, () => opened.close());
}
