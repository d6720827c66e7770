import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#contracts';
import type { ServerProgram } from '../servers/server-process.js';

export interface ReverseProxySettings {
  /** The nginx program. */
  readonly nginx: string;
  /** Holds its configuration and its logs. */
  readonly directory: string;
  readonly port: number;
  readonly maxDocumentBytes: number;
  /** Each room's name, and the ports its instances answer on. */
  readonly rooms: ReadonlyMap<string, readonly number[]>;
}

/** nginx on the configuration that the containers have too, filled in for processes on this machine. */
export function reverseProxy(settings: ReverseProxySettings): ServerProgram {
  const { nginx, directory } = settings;
  const file = join(directory, 'nginx.conf');
  mkdirSync(directory, { recursive: true });
  writeFileSync(file, nginxConfiguration(settings));
  return {
    name: 'nginx',
    command: nginx,
    args: ['-c', file, '-e', 'stderr', '-g', 'daemon off;'],
    sign: 'start worker process',
    logFile: join(directory, 'nginx.log'),
    endsOn: 'SIGQUIT',
  };
}

export function nginxConfiguration({ directory, port, maxDocumentBytes, rooms }: ReverseProxySettings): string {
  const servers = [...rooms].map(([room, ports]): [string, string] => [
    `YIDAN_${room.toUpperCase()}_SERVERS`,
    ports.map((each) => `server 127.0.0.1:${each} max_fails=1 fail_timeout=2s;`).join(' '),
  ]);
  return fillIn(readFileSync(new URL('docker/nginx/nginx.conf.template', projectRoot), 'utf8'), {
    YIDAN_PORT: `127.0.0.1:${port}`,
    YIDAN_PROXY_DIRECTORY: directory,
    YIDAN_ACCESS_LOG: join(directory, 'access.log'),
    YIDAN_MAX_DOCUMENT_BYTES: String(maxDocumentBytes),
    YIDAN_RESOLVER: '',
    ...Object.fromEntries(servers),
  });
}

function fillIn(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\$\{(YIDAN_\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The configuration of nginx asks for ${name}, and nobody gives it.`);
    return value;
  });
}
