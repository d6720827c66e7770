import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Linux hands out 32768 and above for outgoing connections: a server that was killed might find its port taken there. */
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** So many ports of 127.0.0.1, one after the other, that nobody listens on just now. */
export async function freePorts(count: number): Promise<number[]> {
  for (;;) {
    const first = randomInt(LOWEST, HIGHEST - count);
    const ports = Array.from({ length: count }, (_, index) => first + index);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return ports;
  }
}

export const freePort = async (): Promise<number> => (await freePorts(1))[0] as number;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
