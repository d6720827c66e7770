import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#contracts';
import { programCommand } from '../servers/program-command.js';
import { KeptServer } from './kept-server.js';
import type { Killable } from './killable.js';

/** One process of a room. It comes back by itself when it is killed. */
export interface RoomInstance extends Killable {
  readonly name: string;
  /** 1, 2, … */
  readonly instance: number;
  /** Past the reverse proxy. */
  readonly url: string;
  readonly port: number;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Every app is a room, but the exchange that composes them. */
export const roomNames = (): string[] =>
  readdirSync(new URL('apps/', projectRoot)).filter((name) => name !== 'exchange');

export interface RoomPlace {
  readonly name: string;
  readonly instance: number;
  readonly port: number;
  readonly logDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
}

export function roomInstance(place: RoomPlace, say: (line: string) => void): RoomInstance {
  const { name, instance, port } = place;
  const [command, ...args] = programCommand(`apps/${name}/src/main.js`);
  const server = new KeptServer(
    {
      name: `${name} ${instance}`,
      command,
      args,
      environment: { ...place.environment, PORT: String(port), HOST: '127.0.0.1' },
      sign: 'answers on port',
      logFile: join(place.logDirectory, `${name}-${instance}.log`),
    },
    say,
  );
  return Object.assign(server, { name: name, instance, port, url: `http://127.0.0.1:${port}` });
}
