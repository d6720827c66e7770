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
