import { BlockList } from 'node:net';
import { leadsNowhere, lookupFor, mayBeCalled } from './addresses.js';

const none = new BlockList();
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');

describe('addresses of webhooks', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
  ])('%s is not called', (address) => expect(mayBeCalled(address, 'https:', none)).toBe(false));

  it.each(['8.8.8.8', '100.128.0.1', '172.32.0.1', '223.255.255.255', '2400:3200::1', '2606:4700:4700::1111'])(
    '%s is called, with https alone',
    (address) => {
      expect(mayBeCalled(address, 'https:', none)).toBe(true);
      expect(mayBeCalled(address, 'http:', none)).toBe(false);
    },
  );

  it('those that are opened are called, with http too', () => {
    expect(mayBeCalled('127.0.0.1', 'http:', loopback)).toBe(true);
    expect(mayBeCalled('10.0.0.1', 'https:', loopback)).toBe(false);
  });

  it.each([
    'https://127.1/',
    'https://0x7f000001/',
    'https://[::ffff:127.0.0.1]/',
    'https://LOCALHOST/',
    'https://localhost./',
    'https://hooks.localhost:8443/',
  ])('%s leads nowhere, unless its network is opened', (url) => {
    expect(leadsNowhere(new URL(url), none)).toBe(true);
    expect(leadsNowhere(new URL(url), loopback)).toBe(false);
  });

  it.each(['https://port.example/', 'https://localhost.example/', 'https://notlocalhost/', 'https://8.8.8.8/'])(
    '%s may lead somewhere',
    (url) => expect(leadsNowhere(new URL(url), none)).toBe(false),
  );

  it('a name is refused for what it leads to', async () => {
    const found = (opened: BlockList) =>
      new Promise((resolve, reject) =>
        lookupFor('https:', opened)('localhost', { family: 4, all: true }, (error, addresses) =>
          error ? reject(error) : resolve(addresses),
        ),
      );
    await expect(found(none)).rejects.toThrow();
    expect(await found(loopback)).toEqual([{ address: '127.0.0.1', family: 4 }]);
  });
});
