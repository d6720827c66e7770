import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '#contracts';
import { parse, parseAllDocuments } from 'yaml';
import { rooms } from '../../apps/exchange/src/rooms.js';

const chart = fileURLToPath(new URL('docker/helm', projectRoot));
const names = rooms.map(({ name }) => name as string);

/** `HELM` names the program; else it is looked for on the PATH. */
const helm = [process.env['HELM'] ?? 'helm'].find((program) => {
  try {
    execFileSync(program, ['version', '--short'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

const REQUIRED = { 'kafka.brokers': 'kafka-1:9092\\,kafka-2:9092', 'tokens.signingKeySecret': 'yidan-key' };

function render(settings: Readonly<Record<string, string>>): any[] {
  const given = Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  const words = ['template', 'yidan', chart, '--namespace', 'trade', ...given];
  const text = execFileSync(helm as string, words, { encoding: 'utf8', stdio: 'pipe' });
  return parseAllDocuments(text)
    .map((document) => document.toJS())
    .filter((document) => document !== null);
}

describe('the chart', () => {
  it('has every room, the template of nginx, and no address or password of its own', () => {
    const values = parse(readFileSync(`${chart}/values.yaml`, 'utf8'));
    expect(Object.keys(values.rooms).sort()).toEqual(names.toSorted());
    expect(readFileSync(`${chart}/files/nginx.conf.template`, 'utf8')).toBe(
      readFileSync(new URL('docker/nginx/nginx.conf.template', projectRoot), 'utf8'),
    );
    expect(values.kafka.brokers).toBe('');
  });
});

const whereHelmIs = helm === undefined ? describe.skip : describe;
if (helm === undefined) console.warn('The chart is not rendered: there is no helm on the PATH, and HELM names none.');

whereHelmIs('the chart as helm renders it', () => {
  const ofKind = (documents: readonly any[], kind: string) => documents.filter((document) => document.kind === kind);
  const componentsOf = (deployments: readonly any[]) =>
    deployments.map(({ metadata }) => metadata.labels['app.kubernetes.io/component']).sort();

  it('passes the linter', () => {
    const given = Object.entries(REQUIRED).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
    execFileSync(helm as string, ['lint', '--strict', chart, ...given], { stdio: 'pipe' });
  });

  it('starts every room twice, closed in, asked for its health, with the time to finish', () => {
    const deployments = ofKind(render(REQUIRED), 'Deployment');
    expect(componentsOf(deployments)).toEqual([...names, 'proxy'].sort());
    for (const { metadata, spec } of deployments.filter((each) => each.metadata.name !== 'yidan-proxy')) {
      const [container] = spec.template.spec.containers;
      expect(spec.replicas).toBe(2);
      expect(metadata.name).toBe(`yidan-${container.name}`);
      expect(container.args).toEqual([`dist/apps/${container.name}/src/main.js`]);
      expect(container.livenessProbe.httpGet.path).toBe('/health/live');
      expect(container.readinessProbe.httpGet.path).toBe('/health/ready');
      expect(spec.template.spec.terminationGracePeriodSeconds).toBe(40);
      const address = container.env.find(({ name }: any) => name === 'DATABASE_URL');
      expect(address.valueFrom.secretKeyRef).toEqual({ name: 'yidan-database', key: 'DATABASE_URL' });
    }
    for (const { spec } of deployments) {
      const [container] = spec.template.spec.containers;
      expect(spec.template.spec.securityContext.runAsNonRoot).toBe(true);
      expect(container.securityContext).toMatchObject({
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container.resources.limits.memory).toBeDefined();
    }
  });

  it('has a service, a disruption budget and a closed network for each', () => {
    const documents = render(REQUIRED);
    for (const kind of ['Service', 'PodDisruptionBudget'])
      expect(ofKind(documents, kind)).toHaveLength(names.length + 1);
    expect(
      ofKind(documents, 'NetworkPolicy')
        .map(({ metadata }) => metadata.name)
        .toSorted(),
    ).toEqual(['yidan-proxy', 'yidan-rooms']);
    expect(ofKind(documents, 'HorizontalPodAutoscaler')).toEqual([]);
  });

  it('gives nginx the pods of each room', () => {
    const [proxy] = ofKind(render(REQUIRED), 'Deployment').filter(({ metadata }) => metadata.name === 'yidan-proxy');
    const env = new Map(proxy.spec.template.spec.containers[0].env.map(({ name, value }: any) => [name, value]));
    const template = readFileSync(`${chart}/files/nginx.conf.template`, 'utf8');
    for (const [, name] of template.matchAll(/\$\{(YIDAN_\w+)\}/g)) expect([...env.keys()]).toContain(name);
    expect(env.get('YIDAN_TRACKING_SERVERS')).toMatch(
      /^server yidan-tracking\.trade\.svc\.cluster\.local:3000 resolve /,
    );
  });

  it('follows its values: replicas, autoscaling, ingress', () => {
    const documents = render({
      ...REQUIRED,
      'rooms.documents.replicas': '4',
      'rooms.documents.autoscaling.enabled': 'true',
      'ingress.enabled': 'true',
      'ingress.host': 'yidan.example',
    });
    expect(ofKind(documents, 'HorizontalPodAutoscaler')).toMatchObject([
      { metadata: { name: 'yidan-documents' }, spec: { minReplicas: 4, maxReplicas: 6 } },
    ]);
    const replicas = ofKind(
      render({ ...REQUIRED, 'rooms.documents.replicas': '4', 'defaults.replicas': '3' }),
      'Deployment',
    )
      .filter(({ metadata }) => ['yidan-documents', 'yidan-gateway'].includes(metadata.name))
      .map(({ metadata, spec }) => [metadata.name, spec.replicas]);
    expect(Object.fromEntries(replicas)).toEqual({ 'yidan-documents': 4, 'yidan-gateway': 3 });
    expect(ofKind(documents, 'Ingress')[0].spec.rules[0].host).toBe('yidan.example');
  });

  it.each(Object.keys(REQUIRED))('says so when %s is missing', (missing) => {
    expect(() => render({ ...REQUIRED, [missing]: '' })).toThrow(`Set ${missing.split('.')[0]}.`);
  });
});
