import { readFileSync } from 'node:fs';
import { projectRoot } from '#contracts';
import { rooms } from '../../apps/exchange/src/rooms.js';
import { operations } from '../contracts/description.js';

const template = readFileSync(new URL('docker/nginx/nginx.conf.template', projectRoot), 'utf8');

/** The map of the template, as nginx reads it: the first pattern that fits, else the default. */
const patterns = [.../map \$path \$room \{([^]*?)\n {2}\}/.exec(template)![1]!.matchAll(/^ *~(\S+) (\S+);$/gm)].map(
  ([, pattern, room]) => ({ pattern: new RegExp(pattern as string), room: room as string }),
);

function roomByProxy(path: string): string {
  for (const { pattern, room } of patterns) {
    const found = pattern.exec(path);
    if (found) return room.startsWith('$') ? (found.groups?.[room.slice(1)] as string) : room;
  }
  return 'gateway';
}

/** As the exchange sends it where all rooms are one process. */
const roomByPatterns = (path: string): string =>
  rooms.find(({ routes }) => routes.some((pattern) => pattern.test(path)))?.name ?? 'gateway';

const called = (path: string) => path.replace(/\{\w+\}/g, '01a00000-0000-7000-8000-000000000001');

describe('the reverse proxy', () => {
  it('has the pattern of every room', () => {
    expect(new Set(patterns.map(({ room }) => room))).toEqual(new Set([...rooms.map(({ name }) => name), '$operated']));
  });

  it.each([...new Set(operations.map(({ path }) => called(path)))])(
    'sends %s and what is near it where the exchange does',
    (path) => {
      const near = [path, `${path}/`, `${path}/x`, `${path}X`, `${path}/timeline`, `${path}/versions/1`, `/x${path}`];
      expect(near.map((each) => [each, roomByProxy(each)])).toEqual(near.map((each) => [each, roomByPatterns(each)]));
    },
  );

  it.each(rooms)('sends the operations of $name there', ({ name }) => {
    for (const path of [
      `/v1/operations/${name}`,
      `/v1/operations/${name}/parked`,
      `/v1/operations/${name}/parked/7/replay`,
    ])
      expect([path, roomByProxy(path)]).toEqual([path, name]);
  });
});
