import { gzipSync } from 'node:zlib';
import { ROLES, TRADE_ROLES, type Role } from '#access';
import type { Problem } from '#room';
import { openInstallation, type Installation } from '../support/installation.js';
import { TestParty } from '../support/test-party.js';
import { bodyTypeOf, exampleBodies, exampleUrl, operations, rolesOf, type Operation } from './description.js';
import { checkAgainstDescription } from './live-contract.js';

const call = (party: TestParty, operation: Operation, url: string, body: unknown) => {
  const { method } = operation;
  if (method === 'get') return party.get(url);
  if (method === 'delete') return party.delete(url);
  const type = bodyTypeOf(operation);
  if (type !== 'application/json') return party.postText(url, String(body), type);
  return method === 'put' ? party.put(url, body) : party.post(url, body);
};

/** The request was read: it was carried out, or what it names is not there, or is in another state. */
const READ = [200, 201, 202, 204, 404, 409];

/** The server asked as the description says. `TestParty` holds every answer against the description. */
describe('a running server', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await openInstallation('postgres');
  });

  afterAll(() => installation.close());

  it.each(operations)('takes every example of $method $path', async (operation) => {
    const caller = await installation.party('SGLCMP', rolesOf(operation)[0] ?? 'customs');
    for (const body of exampleBodies(operation)) {
      const { status } = await call(caller, operation, exampleUrl(operation), body);
      expect(READ).toContain(status);
    }
  });

  it.each(operations.filter(({ security }) => security?.length !== 0))(
    'asks for a token on $method $path, and for its role',
    async (operation) => {
      const stranger = new TestParty(installation.url, '');
      expect((await call(stranger, operation, exampleUrl(operation), {})).body).toMatchObject({
        code: 'ACCESS.NO_TOKEN',
      });
      const own = rolesOf(operation);
      const roles: readonly Role[] = own.length > 0 ? own : TRADE_ROLES;
      for (const role of ROLES.filter((one) => !roles.includes(one))) {
        const { body } = await call(await installation.party('SGLCMP', role), operation, exampleUrl(operation), {});
        expect(body).toMatchObject({ code: 'ACCESS.ROLE' });
      }
    },
  );

  const takingJson = operations.filter(
    (operation) =>
      operation.method !== 'get' && operation.path !== '/v1/documents' && bodyTypeOf(operation) === 'application/json',
  );
  const unreadable = [
    { type: 'application/json', sent: '{', status: 400, code: 'REQUEST.INVALID' },
    { type: 'application/json', sent: '{"reason":"a","reason":"b"}', status: 400, code: 'REQUEST.NAME_TWICE' },
    { type: 'text/csv', sent: 'a,b', status: 415, code: 'REQUEST.MEDIA_TYPE' },
    { type: 'text/plain', sent: '{}', status: 415, code: 'REQUEST.MEDIA_TYPE' },
    { type: 'application/octet-stream', sent: '{}', status: 415, code: 'REQUEST.MEDIA_TYPE' },
  ];

  it.each(operations)('refuses $method $path in the language that the caller prefers', async (operation) => {
    const response = await fetch(installation.url + exampleUrl(operation), {
      method: operation.method.toUpperCase(),
      headers: { 'accept-language': 'zh-CN, en;q=0.5', 'content-encoding': 'gzip' },
      ...(operation.method !== 'get' && { body: gzipSync('{}') }),
    });
    const { title, detail, messages } = (await response.json()) as Problem;
    const { headers, status } = response;
    expect([status, headers.get('content-language'), headers.get('vary')]).toEqual([415, 'zh', 'Accept-Language']);
    expect([title, detail]).toEqual(['不支持的媒体类型', messages.zh]);
    expect(messages.en).toMatch(/^[ -~]+$/);
  });

  it.each(takingJson)('says so when it cannot read the body of $method $path', async (operation) => {
    const { token } = await installation.party('SGLCMP', rolesOf(operation)[0] ?? 'customs');
    const url = exampleUrl(operation);
    for (const { type, sent, status, code } of unreadable) {
      const response = await fetch(installation.url + url, {
        method: operation.method.toUpperCase(),
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        body: sent,
      });
      const problem: unknown = await response.json();
      checkAgainstDescription(operation.method, url, response.status, problem);
      expect(problem).toMatchObject({ status, code });
    }
  });

  it.each(
    operations.filter(
      (operation) => operation.path !== '/v1/documents' && bodyTypeOf(operation) !== 'application/json',
    ),
  )('says which media type $method $path takes', async (operation) => {
    const caller = await installation.party('SGLCMP', rolesOf(operation)[0] ?? 'customs');
    const { status, body } = await caller.postText(exampleUrl(operation), 'a', 'application/octet-stream');
    expect([status, body.code]).toEqual([415, 'REQUEST.MEDIA_TYPE']);
    expect(body.detail).toContain(bodyTypeOf(operation));
  });

  it.each(['/v1/documents', '/v1/declarations'])('takes no coded body at %s, and says which would do', async (path) => {
    const { token } = await installation.party('SGLCMP', 'forwarder');
    const response = await fetch(installation.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync('{}'),
    });
    const problem: unknown = await response.json();
    checkAgainstDescription('post', path, response.status, problem);
    expect(problem).toMatchObject({ status: 415, code: 'REQUEST.CONTENT_ENCODING' });
    expect(response.headers.get('accept-encoding')).toBe('identity');
  });

  it.each([...new Set(operations.map(({ path }) => path))])('says which methods %s answers', async (path) => {
    const own = operations.filter((operation) => operation.path === path);
    const response = await fetch(installation.url + exampleUrl(own[0] as Operation), { method: 'PATCH' });
    const problem = (await response.json()) as Problem;
    expect(problem).toMatchObject({ status: 405, code: 'REQUEST.METHOD' });
    const allowed = response.headers.get('allow')?.split(', ') ?? [];
    expect(allowed).toEqual(expect.arrayContaining(own.map(({ method }) => method.toUpperCase())));
    expect(problem.messages.en).toContain(allowed.join(', '));
  });

  it('knows no path that the description does not', async () => {
    const response = await fetch(`${installation.url}/v1/document`, { method: 'PATCH' });
    expect(await response.json()).toMatchObject({ status: 404, code: 'HTTP.404' });
  });

  it('says that there is no such path before it reads a body', async () => {
    const response = await fetch(`${installation.url}/nope?a=b`, { method: 'PATCH', body: Buffer.alloc(2_000_000) });
    expect(await response.json()).toMatchObject({
      status: 404,
      code: 'HTTP.404',
      messages: { en: expect.stringContaining('“Cannot PATCH /nope?a=b”') },
    });
  });

  it('does not take the last part of a path for the name of a thing when it is another path', async () => {
    const response = await fetch(`${installation.url}/v1/declarations/responses`, { method: 'OPTIONS' });
    expect(response.headers.get('allow')).toBe('POST');
  });

  it.each([
    ['/v1/documents', 'text/csv', 921_600],
    ['/v1/mandates', 'application/json', 921_600],
    ['/v1/commodities/tables/x/editions', 'text/csv; charset=utf-8', 16 * 1024 * 1024],
  ])('says how many bytes it takes at %s as %s', async (path, type, maxBytes) => {
    const { token } = await installation.party('SGLCMP', path === '/v1/documents' ? 'forwarder' : 'customs');
    const response = await fetch(installation.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body: Buffer.alloc(maxBytes + 1, ' '),
    });
    expect(await response.json()).toMatchObject({ status: 413, code: 'REQUEST.TOO_LARGE', maxBytes });
  });

  it('takes no document under a query that it does not know', async () => {
    const forwarder = await installation.party('SGLCMP', 'forwarder');
    const { status, body } = await forwarder.postText('/v1/documents?consignmentReference=1', '{}', 'application/json');
    checkAgainstDescription('post', '/v1/documents', status, body);
    expect(body).toMatchObject({ status: 400, code: 'REQUEST.QUERY' });
  });
});
