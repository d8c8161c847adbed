import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageKeys } from '../support/message-keys';
import { chartVariables } from './chart-environment';
import { composeProject, FORMS, type Form } from './compose-project';
import { PROGRAMS } from './deployed-file';
import { settingsRead, type SettingsRead } from './program';

const folder = mkdtempSync(join(tmpdir(), 'parley-secrets-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const messages = new MessageKeys(['intake', 'evidence', 'panelreview', 'referral', 'audit']);

/** A value of the form that a secret has. */
const secretFor = (name: string): string =>
  messages.settingsOf('intake')[name.replace(/_FILE$/, '')] ??
  (/_KAFKA_(CA|CERT|KEY)_FILE$/.test(name)
    ? '-----BEGIN CERTIFICATE-----\n'
    : name.endsWith('_URL_FILE')
      ? 'postgres://parley_x:secret@postgres:5432/parley'
      : 'secret');

/** A file with such a value. */
function secretFile(name: string): string {
  const file = join(folder, name);
  writeFileSync(file, secretFor(name));
  return file;
}

/** The environment of a container, with secrets that exist. */
const environmentOf = (form: Form, program: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(composeProject(form).services[program]?.environment ?? {}).map(([name, value]) => [
      name,
      name.endsWith('_FILE') ? secretFile(name) : value,
    ]),
  );

/** The setting that a variable gives. A secret is in a file that `<NAME>_FILE` names. */
const settingIn = (variable: string, known: readonly string[]): string =>
  known.includes(variable) ? variable : variable.replace(/_FILE$/, '');

describe.each(PROGRAMS)('what %s is given', (program) => {
  let [minimal, full, nothing]: SettingsRead[] = [];
  beforeAll(async () => {
    const environments = [...FORMS.map((form) => environmentOf(form, program)), { PARLEY_MODE: 'production' }];
    [minimal, full, nothing] = await Promise.all(environments.map((environment) => settingsRead(program, environment)));
  }, 120_000);

  it('in containers, for trying and in full, is all that it needs, and right', () => {
    expect([minimal, full].map((read) => read?.faults)).toEqual([[], []]);
  });

  it('in a cluster are settings that it knows', () => {
    const { known } = nothing!;
    const given = chartVariables(program);
    expect(given.length).toBeGreaterThan(5);
    expect(given.map((name) => settingIn(name, known)).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('in a cluster is all that it needs', () => {
    const { known, faults } = nothing!;
    const given = new Set(chartVariables(program).map((name) => settingIn(name, known)));
    const needed = faults.flatMap((fault) => /PARLEY_\w+/.exec(fault)?.[0] ?? []);
    expect(needed.length).toBeGreaterThan(1);
    expect(needed.filter((name) => !given.has(name))).toEqual([]);
  });
});
