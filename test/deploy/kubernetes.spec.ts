import { describe, expect, it } from '@jest/globals';
import { EnvError, SETTING_NAMES } from '#server/config/env.js';
import {
  CONNECTIONS_BESIDE_POOL,
  documentsIn,
  envOfImage,
  filesIn,
  stopSeconds,
  textOf,
  type Yaml,
} from './deployment.js';

const FOLDER = 'deploy/kubernetes';
const OVERLAYS = filesIn(FOLDER).filter((name) => name !== 'base');
const FOLDERS = ['base', ...OVERLAYS];
const kustomizationOf = (folder: string): Yaml =>
  documentsIn(`${FOLDER}/${folder}/kustomization.yaml`)[0];
const base = kustomizationOf('base').resources.flatMap((file: string) =>
  documentsIn(`${FOLDER}/base/${file}`),
) as Yaml[];
const only = (kind: string): Yaml => {
  const [found, another] = base.filter((one) => one.kind === kind);
  if (found === undefined || another !== undefined) throw new Error(`not one ${kind}`);
  return found;
};

const deployment = only('Deployment');
const pod = deployment.spec.template;
const [container] = pod.spec.containers as Yaml[];
const service = only('Service');
const cluster = only('Cluster');
const policies = base.filter(({ kind }) => kind === 'NetworkPolicy');

/** The labels of the pods: the servers' stand in the deployment, the operator gives those of the database. */
const PODS: Record<string, string>[] = [
  pod.metadata.labels,
  { 'cnpg.io/cluster': cluster.metadata.name },
];
const podsOf = (matchLabels: Record<string, string>) =>
  PODS.filter((labels) =>
    Object.entries(matchLabels).every(([name, value]) => labels[name] === value),
  );

/** What the secrets may hold. */
const SECRETS: Record<string, string> = {
  DATABASE_USER: 'lernschleife',
  DATABASE_PASSWORD: 'aPasswordOfLettersAnd9',
  SESSION_SECRET: 'a secret for tests, of 32 letters',
  OIDC_CLIENT_SECRET: 'another secret',
  SMTP_URL: 'smtps://mail.example.org',
};

/** The settings as the pods of an overlay get them, with `$(NAME)` put in as Kubernetes does. */
function settingsOf(overlay: string): Record<string, string> {
  const literals = ['base', overlay].flatMap((folder) =>
    (kustomizationOf(folder).configMapGenerator ?? []).flatMap((one: Yaml) => one.literals),
  ) as string[];
  const settings = Object.fromEntries(literals.map((line) => line.split(/=(.*)/s).slice(0, 2)));
  for (const { name, value } of container.env as Yaml[])
    settings[name] = (value ?? SECRETS[name] ?? '').replaceAll(
      /\$\((\w+)\)/g,
      (_: string, one: string) => settings[one] ?? 'missing',
    );
  return settings;
}

describe.each(FOLDERS)('the kustomization %s', (folder) => {
  const kustomization = kustomizationOf(folder);
  const named = [
    ...(kustomization.resources as string[]),
    ...(kustomization.patches ?? []).map(({ path }: Yaml) => path as string),
  ];

  it('names every file of its folder but examples, and no other', () => {
    const here = named.filter((path) => path !== '../base');
    expect(here.toSorted()).toEqual(
      filesIn(`${FOLDER}/${folder}`)
        .filter((file) => file !== 'kustomization.yaml' && !file.includes('.example.'))
        .toSorted(),
    );
  });

  it('holds whole resources, each once', () => {
    const all = filesIn(`${FOLDER}/${folder}`)
      .filter((file) => file !== 'kustomization.yaml')
      .flatMap((file) => documentsIn(`${FOLDER}/${folder}/${file}`));
    const names = all.map(({ apiVersion, kind, metadata }) => {
      expect(apiVersion).toMatch(/^([a-z0-9.]+\/)?v\d+$/);
      return `${kind} ${metadata.name}`;
    });
    expect(names).toEqual([...new Set(names)]);
  });
});

describe.each(OVERLAYS)('the overlay %s', (overlay) => {
  const { patches = [], resources } = kustomizationOf(overlay);
  const own = (resources as string[])
    .filter((path) => path !== '../base')
    .flatMap((file) => documentsIn(`${FOLDER}/${overlay}/${file}`));

  it('patches what is there', () => {
    for (const { path } of patches as Yaml[])
      for (const { apiVersion, kind, metadata } of documentsIn(`${FOLDER}/${overlay}/${path}`))
        expect(base).toContainEqual(
          expect.objectContaining({
            apiVersion,
            kind,
            metadata: expect.objectContaining({ name: metadata.name }),
          }),
        );
  });

  it('gives the servers settings that they know and take', () => {
    const settings = settingsOf(overlay);
    // What is only put into another one is no setting.
    const putIn = [...JSON.stringify(container.env).matchAll(/\$\((\w+)\)/g)].map(([, one]) => one);
    expect(
      Object.keys(settings).filter(
        (name) => !putIn.includes(name) && !SETTING_NAMES.includes(name),
      ),
    ).toEqual([]);
    const env = envOfImage(settings);
    expect(env).toMatchObject({ production: true, trustedProxies: 1, port: 3000 });
    const { name } = cluster.metadata;
    const { database } = cluster.spec.bootstrap.initdb;
    expect(new URL(env.databaseUrl!)).toMatchObject({
      host: `${name}-rw:5432`,
      pathname: `/${database}`,
    });
    expect(new URL(settings['DATABASE_REPLICA_URLS']!)).toMatchObject({
      host: `${name}-ro:5432`,
      pathname: `/${database}`,
      password: new URL(env.databaseUrl!).password,
    });
  });

  it('opens the address to visitors that feeds and links name', () => {
    const [{ host }] = only('Ingress').spec.rules;
    expect(settingsOf(overlay)['PUBLIC_ORIGIN']).toBe(`https://${host}`);
    expect(only('Ingress').spec.tls[0].hosts).toEqual([host]);
  });

  it('backs the database up to a store that there is', () => {
    const backup = own.find(({ kind }) => kind === 'ScheduledBackup');
    const store = own.find(({ kind }) => kind === 'ObjectStore');
    expect(backup.spec.cluster.name).toBe(cluster.metadata.name);
    expect(backup.spec.schedule.split(' ')).toHaveLength(6);
    const [patch] = documentsIn(`${FOLDER}/${overlay}/database.patch.yaml`);
    expect(patch.spec.plugins).toEqual([
      expect.objectContaining({
        name: backup.spec.pluginConfiguration.name,
        parameters: { barmanObjectName: store.metadata.name },
      }),
    ]);
  });

  it('has no secret that a server would take', () => {
    const [secret] = documentsIn(`${FOLDER}/${overlay}/secrets.example.yaml`);
    expect(own.filter(({ kind }) => kind === 'Secret')).toEqual([]);
    const asked = (container.env as Yaml[]).flatMap(
      ({ valueFrom }) => valueFrom?.secretKeyRef ?? [],
    );
    expect(Object.keys(secret.stringData).toSorted()).toEqual(
      asked
        .filter(({ name }) => name === secret.metadata.name)
        .map(({ key }) => key)
        .toSorted(),
    );
    for (const name of ['SESSION_SECRET', 'SMTP_URL'])
      expect(() => envOfImage({ ...settingsOf(overlay), [name]: secret.stringData[name] })).toThrow(
        EnvError,
      );
  });
});

describe('the servers on Kubernetes', () => {
  it('are found by what selects them', () => {
    const servers = [pod.metadata.labels];
    expect(podsOf(deployment.spec.selector.matchLabels)).toEqual(servers);
    expect(podsOf(service.spec.selector)).toEqual(servers);
    expect(podsOf(only('PodDisruptionBudget').spec.selector.matchLabels)).toEqual(servers);
    for (const { labelSelector } of pod.spec.topologySpreadConstraints)
      expect(podsOf(labelSelector.matchLabels)).toEqual(servers);
    expect(only('HorizontalPodAutoscaler').spec.scaleTargetRef).toEqual({
      apiVersion: deployment.apiVersion,
      kind: deployment.kind,
      name: deployment.metadata.name,
    });
    // Else each rollout would undo what the autoscaler has done.
    expect(deployment.spec.replicas).toBeUndefined();
  });

  it('are reached at the port on which they listen', () => {
    const { name, containerPort } = container.ports[0];
    expect(containerPort).toBe(envOfImage({ PUBLIC_ORIGIN: 'http://localhost' }).port);
    expect(service.spec.ports).toEqual([expect.objectContaining({ targetPort: name })]);
    const { backend } = only('Ingress').spec.rules[0].http.paths[0];
    expect(backend.service).toEqual({
      name: service.metadata.name,
      port: { name: service.spec.ports[0].name },
    });
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe'])
      expect(container[probe].httpGet).toEqual({
        path: probe === 'readinessProbe' ? '/health/ready' : '/health/live',
        port: name,
      });
    const [own] = policies.filter(
      ({ spec }) => podsOf(spec.podSelector.matchLabels)[0] === PODS[0],
    );
    expect(own.spec.ingress.flatMap(({ ports }: Yaml) => ports)).toEqual([{ port: name }]);
  });

  it('may reach the database, and it lets them in', () => {
    const [servers, database] = PODS.map((labels) =>
      policies.find(({ spec }) => podsOf(spec.podSelector.matchLabels)[0] === labels),
    );
    const leads = (rules: Yaml[], side: 'from' | 'to', labels: Record<string, string>) =>
      rules
        .filter((rule) =>
          rule[side]?.some(
            ({ podSelector }: Yaml) => podSelector && podsOf(podSelector.matchLabels)[0] === labels,
          ),
        )
        .flatMap(({ ports }) => ports);
    expect(leads(servers.spec.egress, 'to', PODS[1]!)).toContainEqual({ port: 5432 });
    expect(leads(database.spec.ingress, 'from', PODS[0]!)).toEqual([{ port: 5432 }]);
    expect(leads(database.spec.ingress, 'from', PODS[1]!)).toContainEqual({ port: 5432 });
  });

  it('may end what is under way', () => {
    const [, pause] = container.lifecycle.preStop.exec.command;
    expect(pod.spec.terminationGracePeriodSeconds).toBeGreaterThan(Number(pause) + stopSeconds());
  });

  it('read the secrets that the operator makes, and mount what they name', () => {
    const { name } = cluster.metadata;
    const ofDatabase = (container.env as Yaml[])
      .flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? [])
      .filter((one) => one.name === `${name}-app`);
    expect(ofDatabase.map(({ key }) => key)).toEqual(['username', 'password']);
    const volumes = pod.spec.volumes as Yaml[];
    expect(volumes.map((one) => one.name).toSorted()).toEqual(
      container.volumeMounts.map((one: Yaml) => one.name).toSorted(),
    );
    const authority = volumes.find(({ secret }) => secret !== undefined);
    expect(authority.secret.secretName).toBe(`${name}-ca`);
    const mount = container.volumeMounts.find((one: Yaml) => one.name === authority.name);
    const file = `${mount.mountPath}/${authority.secret.items[0].path}`;
    for (const url of ['DATABASE_URL', 'DATABASE_REPLICA_URLS']) {
      const { value } = container.env.find((one: Yaml) => one.name === url);
      expect(new URL(value).searchParams.get('sslmode')).toBe('verify-full');
      expect(new URL(value).searchParams.get('sslrootcert')).toBe(file);
    }
  });

  it('run without rights, with folders for all that they write', () => {
    expect(pod.spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    const written = container.volumeMounts
      .filter(({ readOnly }: Yaml) => readOnly !== true)
      .map(({ mountPath }: Yaml) => mountPath);
    expect(written).toEqual(['/tmp', envOfImage({}).dataFolder]);
  });

  it('are never too many for the database', () => {
    const { minReplicas, maxReplicas } = only('HorizontalPodAutoscaler').spec;
    const { maxSurge } = deployment.spec.strategy.rollingUpdate;
    const { poolSize } = envOfImage(settingsOf(OVERLAYS[0]!));
    const most = (Number(maxReplicas) + Number(maxSurge)) * (poolSize + CONNECTIONS_BESIDE_POOL);
    // PostgreSQL keeps three for its administrators, and the operator takes some.
    expect(Number(cluster.spec.postgresql.parameters.max_connections) - 10).toBeGreaterThan(most);
    expect(minReplicas).toBeGreaterThan(only('PodDisruptionBudget').spec.maxUnavailable);
    expect(cluster.spec.instances).toBe(3);
  });

  it('have an image of this project', () => {
    expect(textOf('Dockerfile')).toContain('USER node');
    for (const overlay of OVERLAYS)
      expect(kustomizationOf(overlay).images).toEqual([
        expect.objectContaining({ name: container.image }),
      ]);
  });
});
