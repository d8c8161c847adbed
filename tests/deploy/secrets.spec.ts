import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { composeProject, FORMS, variablesOf } from './compose-project';
import { filesBelow, textOf, valueOf, WORKSPACE } from './deployed-file';

const SECRET = /password|secret(?!ariat)|token|credential|private/i;

describe('secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-make-secrets-'));
  const make = (): void => {
    expect(spawnSync('sh', [join(folder, 'make-secrets.sh')], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  };
  const made = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      readdirSync(join(folder, 'secrets')).map((name) => [name, readFileSync(join(folder, 'secrets', name), 'utf8')]),
    );

  beforeAll(() => {
    cpSync(join(WORKSPACE, 'deploy/compose/make-secrets.sh'), join(folder, 'make-secrets.sh'));
    make();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('that the containers are given are those that the script makes', () => {
    const { secrets, services } = composeProject('full');
    expect(
      Object.values(secrets)
        .map(({ file }) => basename(file))
        .sort(),
    ).toEqual(Object.keys(made()).sort());
    expect([...new Set(Object.values(services).flatMap((service) => service.secrets ?? []))].sort()).toEqual(
      Object.keys(secrets).sort(),
    );
  });

  it('are made once, in a folder that others cannot look into', () => {
    const before = made();
    make();
    expect(made()).toEqual(before);
    expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700);
  });

  it('of a role are the same where it is made and where it logs in', () => {
    const secrets = made();
    for (const context of ['intake', 'evidence', 'panelreview', 'referral', 'audit']) {
      const { username, password, pathname } = new URL(secrets[`${context}-database-url`]!);
      expect({ username, password, pathname }).toEqual({
        username: `parley_${context}`,
        password: secrets[`${context}-database-password`],
        pathname: '/parley',
      });
    }
  });

  it.each(FORMS)('are in no variable of the %s containers', (form) => {
    const environments = Object.values(composeProject(form).services).flatMap(({ environment = {} }) =>
      Object.entries(environment),
    );
    const open = [...environments, ...Object.entries(variablesOf(form))].filter(
      ([name, value]) =>
        (SECRET.test(name) && !name.endsWith('_FILE') && value !== '') || /:\/\/[^/]*:[^/]*@/.test(value),
    );
    expect(open).toEqual([]);
  });

  it.each(FORMS)('of another service reach none of the %s containers, and of the record not the gateway', (form) => {
    const { services } = composeProject(form);
    for (const [name, { secrets = [] }] of Object.entries(services)) {
      const foreign = ['intake', 'evidence', 'panelreview', 'referral', 'audit']
        .filter((context) => context !== name.replace('-', '') && name !== 'migrations')
        .flatMap((context) => secrets.filter((secret) => secret.startsWith(`${context}-`)));
      expect({ name, foreign }).toEqual({ name, foreign: [] });
    }
    const { networks, volumes, secrets } = services['gateway']!;
    expect({ networks, secrets }).toEqual({ networks: ['front', 'services'], secrets: ['identity-certificate'] });
    const shared = (volumes ?? []).filter((volume) => services['intake']!.volumes?.includes(volume));
    expect(shared).toEqual([]);
  });

  it('are named in the values of the chart, and are none of them', () => {
    const texts: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value === 'object' && value !== null)
        for (const [key, below] of Object.entries(value)) walk(below, `${path}.${key}`);
      else if (SECRET.test(path.slice(path.lastIndexOf('.'))) && typeof value === 'string' && value !== '')
        texts.push(path);
    };
    walk(valueOf('deploy/helm/parley/values.yaml'), '');
    expect(texts.sort()).toEqual(['.database.secretName', '.keys.secretName', '.messages.secretName']);
  });

  it('stand nowhere in the files', () => {
    const suspicious = filesBelow('deploy').filter(
      (file) =>
        !file.startsWith('deploy/compose/secrets/') &&
        /-----BEGIN|AKIA[0-9A-Z]{16}|:\/\/\w+:(?!\$|…)[^@\s/'"]{6,}@/.test(textOf(file)),
    );
    expect(suspicious).toEqual([]);
  });
});
