import { addressFrom, settingsFrom } from './settings.js';

const networksOf = async (text?: string) =>
  (
    await settingsFrom({
      DATABASE_URL: 'postgresql://localhost/yidan',
      YIDAN_JWKS_URL: 'https://id.example/jwks',
      ...(text !== undefined && { YIDAN_WEBHOOK_NETWORKS: text }),
    })
  ).webhookNetworks;

describe('networks in a setting', () => {
  it('are in CIDR notation, with commas between', async () => {
    const networks = await networksOf('10.0.0.0/8, fd00::/8');
    expect([networks.check('10.1.2.3'), networks.check('11.0.0.1')]).toEqual([true, false]);
    expect(networks.check('fd12::1', 'ipv6')).toBe(true);
    for (const none of [undefined, '']) expect((await networksOf(none)).rules).toEqual([]);
  });

  it.each(['10.0.0.0', '10.0.0.0/33', '10.0.0/8', 'fd00::/129', 'port.example/8'])(
    'are refused by name where one is none: %s',
    async (text) => {
      await expect(networksOf(text)).rejects.toThrow(/^YIDAN_WEBHOOK_NETWORKS must be/);
    },
  );
});

describe('a setting that is empty', () => {
  it('counts as absent', async () => {
    const { tokens } = await settingsFrom({
      DATABASE_URL: 'postgresql://localhost/yidan',
      YIDAN_JWKS_URL: 'https://id.example/jwks',
      YIDAN_ISSUER: '',
      YIDAN_AUDIENCE: '',
    });
    expect(tokens).toMatchObject({ issuer: 'yidan', audience: 'yidan' });
    expect(addressFrom({ PORT: '', HOST: '' })).toEqual({ port: 3000, host: '127.0.0.1' });
  });
});

describe('a setting that is wrong', () => {
  it.each([
    ['DATABASE_URL', 'garbage'],
    ['DATABASE_URL', 'mysql://a@b/c'],
    ['YIDAN_JWKS_URL', 'notaurl'],
    ['YIDAN_JWKS_URL', 'ftp://id.example/jwks'],
    ['YIDAN_MAX_DOCUMENT_BYTES', '0'],
    ['YIDAN_MAX_DOCUMENT_BYTES', '-1'],
    ['YIDAN_METRICS_PORT', '70000'],
  ])('is named, in both languages: %s=%s', async (name, text) => {
    const good = { DATABASE_URL: 'postgresql://localhost/yidan', YIDAN_JWKS_URL: 'https://id.example/jwks' };
    await expect(settingsFrom({ ...good, [name]: text })).rejects.toThrow(
      new RegExp(`^(Set )?${name} .*\\n.*${name}.*\\p{Script=Han}`, 'u'),
    );
  });

  it('is a port that there cannot be', () => {
    expect(() => addressFrom({ PORT: '99999' })).toThrow(/^PORT must be a whole number from 0 to 65535/);
  });
});
