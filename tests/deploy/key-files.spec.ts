import { spawnSync } from 'node:child_process';
import { hkdfSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServiceKeys } from '@parley/hosting/installation';
import { composeProject, FORMS } from './compose-project';
import { textOf, WORKSPACE } from './deployed-file';

const SERVICES = ['intake', 'evidence', 'panel-review', 'referral', 'audit'];
const KEYS_IN = '/var/lib/parley/keys';

describe('the files of an installation’s keys', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'parley-key-files-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const make = (): void => {
    const made = spawnSync('sh', [join(WORKSPACE, 'deploy/helm/make-keys.sh'), folder], { encoding: 'utf8' });
    expect(made).toMatchObject({ status: 0, stderr: '' });
  };
  const filesOf = (): Readonly<Record<string, string>> =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'hex')]));
  /** What a service opens, made in a folder that was empty. */
  const openedBy = (service: string): readonly string[] => {
    const own = mkdtempSync(join(tmpdir(), 'parley-key-files-'));
    openServiceKeys(own, service.replace('-', ''));
    const files = readdirSync(own);
    rmSync(own, { recursive: true });
    return files.toSorted();
  };

  it.each(SERVICES)('that the chart gives to %s are those that it opens', (service) => {
    const given = new RegExp(`"${service}" \\(list (.*)\\)`).exec(textOf('deploy/helm/parley/templates/_volumes.tpl'));
    const files = JSON.parse(`[${given?.[1]?.replaceAll(' ', ',') ?? ''}]`) as readonly string[];
    expect(files.toSorted()).toEqual(openedBy(service));
  });

  it('are made by the script for the chart, once, and for their owner alone', () => {
    make();
    const made = filesOf();
    expect(Object.keys(made)).toEqual([...new Set(SERVICES.flatMap(openedBy))].toSorted());
    expect(new Set(Object.values(made)).size).toBe(Object.keys(made).length);
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).not.toContain(0o644);
    make();
    expect(filesOf()).toEqual(made);
    for (const service of SERVICES) openServiceKeys(folder, service.replace('-', ''));
    expect(filesOf()).toEqual(made);
  });

  it('follow from the key that was common to all, where there is one, as the services themselves make them', () => {
    const common = Buffer.alloc(32, 7);
    writeFileSync(join(folder, 'derivation.key'), common);
    make();
    const { 'log.key': log, ...others } = filesOf();
    const parts = ['salts', 'key', 'time key'].map((part) =>
      hkdfSync('sha256', common, '', `parley audit log ${part}`, 32),
    );
    expect(log).toBe(Buffer.concat(parts.map((part) => Buffer.from(part))).toString('hex'));
    for (const name of ['alerts.key', 'redactions.key', 'draws.key', 'webhooks.key'])
      expect(others[name]).toBe(common.toString('hex'));
    rmSync(join(folder, 'log.key'));
    openServiceKeys(folder, 'audit').keep();
    expect(readFileSync(join(folder, 'log.key'), 'hex')).toBe(log);
  });

  it.each(FORMS)('of each of the %s containers are in a volume that no other has', (form) => {
    const { services } = composeProject(form);
    const holding = Object.entries(services).flatMap(([name, { volumes = [] }]) =>
      volumes.filter((volume) => volume.includes(`:${KEYS_IN}`)).map((volume) => `${name} ${volume}`),
    );
    expect(holding.toSorted()).toEqual(
      [...SERVICES, 'gateway'].map((name) => `${name} ${name}-keys:${KEYS_IN}`).toSorted(),
    );
  });
});
