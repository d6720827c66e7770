import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { Allow, CallerOf, type Caller } from '#access';
import { RoomDatabase } from '#database';
import { Refusal } from '#domain';
import { type Decision, type ParkedMessage, ParkingLot, type Settlement } from '#messaging';
import { readJson } from '../http/take-json.js';
import { CURSOR, decodeCursor, pageOf, readLimit, type Page, type PageQuery } from '../paging.js';
import { QueryOf } from '../query.js';
import { bodyReader, closed, text } from '../request-body.js';

interface Place {
  readonly room: string;
  readonly messageId: string;
}

/** What an operator sees of a message: nothing of what it holds. */
type ParkedView = Omit<ParkedMessage, 'place'>;

const readReason = bodyReader<{ reason: string }>(closed({ reason: text() }, ['reason']));

/** Messages that this room could not handle, for an operator to look at and to decide on. */
@Allow('operator')
@Controller('v1/operations/:room/parked')
export class ParkedController {
  constructor(
    private readonly parked: ParkingLot,
    private readonly database: RoomDatabase,
  ) {}

  /** In the order in which they were set aside. */
  @Get()
  async list(
    @Param('room') room: string,
    @QueryOf('cursor', 'limit') { cursor, limit: asked }: PageQuery,
  ): Promise<Page<ParkedView>> {
    this.mustBeOurs(room);
    const limit = readLimit(asked);
    const [after] = decodeCursor(cursor, [CURSOR.number]) ?? [];
    const page = pageOf(await this.parked.list({ after, limit: limit + 1 }), limit, ({ place }) => [place]);
    return { ...page, items: page.items.map(({ place: _place, ...view }) => view) };
  }

  @Post(':messageId/replay')
  @HttpCode(204)
  replay(@CallerOf() caller: Caller, @Param() place: Place, @Body() body: unknown): Promise<void> {
    return this.decide(caller, place, body, (decision) => this.parked.replay(place.messageId, decision));
  }

  @Post(':messageId/discard')
  @HttpCode(204)
  discard(@CallerOf() caller: Caller, @Param() place: Place, @Body() body: unknown): Promise<void> {
    return this.decide(caller, place, body, (decision) => this.parked.discard(place.messageId, decision));
  }

  private async decide(
    { party }: Caller,
    { room, messageId }: Place,
    body: unknown,
    act: (decision: Decision) => Promise<Settlement>,
  ): Promise<void> {
    this.mustBeOurs(room);
    const { reason } = readReason(jsonOf(body));
    expectSettled(isUuid(messageId) ? await act({ by: party, reason }) : 'not-parked');
  }

  private mustBeOurs(room: string): void {
    if (room !== this.database.room)
      throw new Refusal('HTTP.404', 'not-found', {
        en: `This is the room ${this.database.room}.`,
        zh: `本服务是 ${this.database.room}。`,
      });
  }
}

/** Rooms that take raw bodies give us bytes. */
const jsonOf = (body: unknown): unknown => (Buffer.isBuffer(body) ? readJson(body.toString('utf8')) : body);

function expectSettled(settlement: Settlement): void {
  if (settlement === 'not-parked')
    throw new Refusal('PARKED.NOT_FOUND', 'not-found', {
      en: 'No such message is parked in this room. It may wait behind one that is.',
      zh: '本服务中没有搁置此消息，它可能排在被搁置的消息之后。',
    });
  if (settlement === 'failed-again')
    throw new Refusal('PARKED.FAILED_AGAIN', 'conflict', {
      en: 'The message failed again; the list says why. Mend the cause, then replay it.',
      zh: '消息再次失败，原因见列表。请排除原因后重新处理。',
    });
}
