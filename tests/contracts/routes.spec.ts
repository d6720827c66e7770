import 'reflect-metadata';
import { RequestMethod, type Type } from '@nestjs/common';
import { Allow, Public } from '#access';
import { isFor } from '#room';
import { rooms } from '../../apps/exchange/src/rooms.js';
import { EVERY_ROOMS_CONTROLLERS } from '../../libs/room/src/every-rooms-controllers.js';
import { members, operations, type Operation } from './description.js';

/** A route as Nest's decorators say it. */
interface Route {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly roles: readonly string[];
  readonly isPublic: boolean;
}

const controllersOf = (module: Type): Type[] => (Reflect.getMetadata('controllers', module) ?? []) as Type[];

function routesOf(controller: Type): Route[] {
  const handlers = Object.getOwnPropertyNames(controller.prototype)
    .map((name) => Object.getOwnPropertyDescriptor(controller.prototype, name)?.value as unknown)
    .filter((handler): handler is object => typeof handler === 'function' && Reflect.hasMetadata('method', handler));
  return handlers.map((handler) => {
    const method = RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod].toLowerCase();
    const said = <Value>(key: unknown) =>
      (Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller)) as Value | undefined;
    return {
      method,
      path: pathOf(Reflect.getMetadata('path', controller) as string, Reflect.getMetadata('path', handler) as string),
      status: (Reflect.getMetadata('__httpCode__', handler) as number | undefined) ?? (method === 'post' ? 201 : 200),
      roles: said<string[]>(Allow().KEY) ?? [],
      isPublic: said<boolean>(Public().KEY) ?? false,
    };
  });
}

const pathOf = (...parts: readonly string[]): string =>
  `/${parts
    .map((part) => part.replace(/^\/|\/$/g, ''))
    .filter((part) => part !== '')
    .join('/')}`.replace(/:(\w+)/g, '{$1}');

const named = ({ method, path }: { readonly method: string; readonly path: string }): string => `${method} ${path}`;

const ofRooms = rooms.map((room) => ({ room, routes: controllersOf(room.module).flatMap(routesOf) }));
const ofEveryRoom = EVERY_ROOMS_CONTROLLERS.flatMap(routesOf);
const routes = [...ofRooms.flatMap((room) => room.routes), ...ofEveryRoom];

describe('routes', () => {
  it('are described, and those described are there', () => {
    expect(operations.map(named).sort()).toEqual(routes.map(named).sort());
  });

  it.each(routes)('$method $path answers as described, and is open to whom the description says', (route) => {
    const operation = operations.find((one) => named(one) === named(route)) as Operation;
    expect(members(`${operation.place}/responses`)).toContain(String(route.status));
    const allowed = (operation.security ?? []).flatMap((requirement) => requirement['bearer'] ?? []);
    expect(allowed).toEqual(route.roles);
    expect(operation.security?.length === 0).toBe(route.isPublic);
    expect(members(`${operation.place}/responses`).includes('403')).toBe(!route.isPublic);
  });
});

describe('the way from a path to its room', () => {
  const called = (template: string) => template.replace(/\{\w+\}/g, '01a00000-0000-7000-8000-000000000001');
  const roomsAnswering = (path: string) => rooms.filter((room) => isFor(path, room)).map(({ name }) => name);

  it.each(ofRooms)('leads to $room.name alone', ({ room, routes: own }) => {
    expect(own).not.toEqual([]);
    for (const path of own.map((route) => called(route.path)))
      expect([path, roomsAnswering(path)]).toEqual([path, [room.name]]);
  });

  it.each(rooms)("leads to $name with its operators' routes", ({ name }) => {
    expect(roomsAnswering(`/v1/operations/${name}/parked`)).toEqual([name]);
  });

  it.each([
    ...ofEveryRoom.map(({ path }) => called(path)).filter((path) => !path.startsWith('/v1/operations/')),
    '/v1/operations/parked',
    '/v1/documentsX',
    '/v1/one-documents/1/versions/2/3',
    '/v1/one-documentsX',
    '/v1/parties/1',
    '/v1',
    '/',
  ])('leads from %s to no room of its own', (path) => expect(roomsAnswering(path)).toEqual([]));
});
