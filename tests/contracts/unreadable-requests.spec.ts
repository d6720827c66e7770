import { openInstallation, type Installation } from '../support/installation.js';
import type { Answer, TestParty } from '../support/test-party.js';
import { encodeCursor } from '../../libs/room/src/paging.js';
import {
  bodyTypeOf,
  exampleBodies,
  exampleUrl,
  operations,
  parametersOf,
  rolesOf,
  type Operation,
} from './description.js';

const taking = (place: 'query' | 'path') =>
  operations.flatMap((operation) =>
    parametersOf(operation)
      .filter((parameter) => parameter.in === place && operation.security?.length !== 0)
      .map(({ name }) => ({ ...operation, name })),
  );

/** Half a surrogate pair, as UTF-8 would write it if it could. */
const LONE_SURROGATE = '%ED%A0%80';

const UNREADABLE: readonly (readonly [what: string, query: (name: string) => string])[] = [
  ['twice', (name) => `${name}=1&${name}=2`],
  ['with a NUL', (name) => `${name}=a%00b`],
  ['with half a surrogate pair', (name) => `${name}=${LONE_SURROGATE}`],
  ['with a broken escape', (name) => `${name}=%zz`],
  ['too long', (name) => `${name}=${'1'.repeat(501)}`],
  ['beside one the route does not know', (name) => `${name}=&${name}s=1`],
];

/** Cursors that no page ever gave, of every shape that a page gives. */
const FOREIGN_CURSORS = [
  'nonsense',
  encodeCursor([]),
  encodeCursor(['\u0000']),
  encodeCursor(['999999999999999999']),
  encodeCursor(['2026-13-45T00:00:00Z', '1', 'x']),
  encodeCursor(['2026-11-12T00:00:00Z', '999999999999999999', 'x']),
  encodeCursor(['2026-11-12T00:00:00Z', '1', '\u0000']),
  encodeCursor(['2026-11-12T00:00:00Z', '1', '\ud800']),
];

describe('what a running server cannot read', () => {
  let yidan: Installation;

  beforeAll(async () => {
    yidan = await openInstallation('postgres');
  });

  afterAll(() => yidan.close());

  const callerOf = (operation: Operation): Promise<TestParty> =>
    yidan.party('SGLCMP', rolesOf(operation)[0] ?? 'customs');

  const ask = async (operation: Operation, url: string): Promise<Answer> => {
    const caller = await callerOf(operation);
    if (operation.method === 'get') return caller.get(url);
    if (operation.method === 'delete') return caller.delete(url);
    const body = exampleBodies(operation)[0];
    const type = bodyTypeOf(operation);
    if (type !== 'application/json') return caller.postText(url, String(body), type);
    return operation.method === 'put' ? caller.put(url, body) : caller.post(url, body);
  };

  describe.each(taking('query'))('$name of $method $path', ({ name, ...operation }) => {
    const path = (query: string) => `${exampleUrl(operation).split('?')[0]}?${query}`;

    it.each(UNREADABLE)('is refused %s', async (_what, query) => {
      const { status, headers, body } = await ask(operation, path(query(name)));
      expect([status, body.code]).toEqual([400, expect.stringMatching(/^[A-Z_]+\.[A-Z_]+$/)]);
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    });
  });

  it.each(taking('query').filter(({ name }) => name === 'cursor'))(
    'a cursor that $method $path never gave',
    async ({ name, ...operation }) => {
      for (const cursor of FOREIGN_CURSORS) {
        const url = `${exampleUrl(operation).split('?')[0]}?${name}=${encodeURIComponent(cursor)}`;
        const { status, body } = await ask(operation, url);
        if (status >= 400)
          expect([cursor, status, body.code]).toEqual([
            cursor,
            expect.any(Number),
            expect.stringMatching(/^(PAGING\.CURSOR|TRACKING\.NEWS_FORGOTTEN|[A-Z_]+\.NOT_FOUND)$/),
          ]);
        expect(status).toBeLessThan(500);
      }
    },
  );

  const certificate = { aeoCode: 'AEOCN5001960001', grade: 'advanced', country: 'CN' };

  it.each(['0000-01-01', '2026-02-30', '2026-1-1', '2026-01-01T00:00:00Z'])('a day that is none: %s', async (day) => {
    const customs = await yidan.party('CUSTOMS-7200', 'customs');
    const { status, body } = await customs.put('/v1/parties/SGLCMP/aeo', { ...certificate, validFrom: day });
    expect([status, body.code, body.errors[0].path]).toEqual([400, 'REQUEST.BODY', '/validFrom']);
  });

  it.each([
    '2026-11-12',
    '2026-11-12T11:00:00',
    '2026-11-12T23:59:60Z',
    '2026-02-30T11:00:00Z',
    '2026-11-12t11:00:00z',
    '2026-11-12T11:00:00+08',
    '9999-12-31T23:59:59-14:00',
  ])('a time that is none, or says not where: %s', async (at) => {
    const customs = await yidan.party('CUSTOMS-7200', 'customs');
    const path = '/v1/declarations/01a00000-0000-7000-8000-0000000000d1/responses';
    const { status, body } = await customs.post(path, { response: 'accepted', at });
    expect([status, body.code, body.errors[0].path]).toEqual([400, 'REQUEST.BODY', '/at']);
  });

  it.each(taking('path'))('a $name in $method $path', async ({ name, ...operation }) => {
    for (const value of ['%00', `a%00b`, LONE_SURROGATE, '%zz', '%20', '9'.repeat(299), '9'.repeat(400)]) {
      const given = exampleUrl({ ...operation, path: operation.path.replace(`{${name}}`, '~') }).replace('~', value);
      const { status, headers } = await ask(operation, given);
      expect([given, status]).toEqual([given, expect.any(Number)]);
      expect([400, 404]).toContain(status);
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
  });
});
