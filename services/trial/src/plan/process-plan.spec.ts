import type { Instant } from '@parley/kernel';
import { trialSettings } from '../settings';
import { gatewayPlan, migrationsPlan, servicePlans, type TrialGround } from './process-plan';

const groundOf = (env: Readonly<Record<string, string>>): TrialGround => ({
  settings: trialSettings({ PARLEY_DATA_DIR: '/data', ...env }),
  publicUrl: 'https://parley.example',
  gatewayPort: 3000,
  adminUrl: 'postgresql://postgres:secret@127.0.0.1:5433/postgres',
  brokers: '127.0.0.1:9092',
  copies: undefined,
  namespace: 'parley-1',
  keysDir: '/data/keys',
  messageKeys: { fileOf: (context) => `/data/keys/messages/${context}.pem`, publicKeys: 'all of them' },
  secret: Buffer.alloc(32, 1),
  ports: Array.from({ length: 20 }, (_, index) => 20_000 + index),
});

describe('the plan of a trial', () => {
  it('gives every process a port of its own, and the gateway the addresses of all', () => {
    const ground = groundOf({ PARLEY_INSTANCES: 'audit=2' });
    const services = servicePlans(ground);
    expect(services.map(({ name }) => name)).toEqual([
      'intake',
      'evidence',
      'panel-review',
      'referral',
      'audit-1',
      'audit-2',
    ]);
    expect(
      new Set(services.flatMap(({ settings }) => [settings['PARLEY_PORT'], settings['PARLEY_METRICS_PORT']])).size,
    ).toBe(12);
    expect(gatewayPlan(ground, services).settings).toMatchObject({
      PARLEY_INTAKE_URL: 'http://127.0.0.1:20000',
      PARLEY_AUDIT_URL: 'http://127.0.0.1:20008,http://127.0.0.1:20010',
      PARLEY_METRICS_PORT: '20012',
    });
    expect(gatewayPlan(ground, services).metricsUrl).toBe('http://127.0.0.1:20012/metrics');
  });

  it('gives each service its own key of messages alone, and the public ones of all', () => {
    const ground = groundOf({});
    const services = servicePlans(ground);
    for (const { settings } of services) expect(settings['PARLEY_MESSAGE_PUBLIC_KEYS']).toBe('all of them');
    expect(services.map(({ settings }) => settings['PARLEY_MESSAGE_KEY_FILE'])).toEqual(
      ['intake', 'evidence', 'panelreview', 'referral', 'audit'].map((context) => `/data/keys/messages/${context}.pem`),
    );
    for (const { settings } of [gatewayPlan(ground, services), migrationsPlan(ground)])
      expect(Object.keys(settings).filter((name) => name.includes('MESSAGE'))).toEqual([]);
  });

  it('has every process name the address of the gateway to who is outside', () => {
    const ground = groundOf({});
    const services = servicePlans(ground);
    for (const { settings } of [...services, gatewayPlan(ground, services)])
      expect(settings['PARLEY_PUBLIC_URL']).toBe('https://parley.example');
  });

  it('lets the intake alone reach people outside, and the audit their programs, by what the operator named', () => {
    const channels = {
      PARLEY_MAIL_SERVER: 'smtp://mail.seat.example:25',
      PARLEY_MAIL_FROM: 'alerts@seat.example',
      PARLEY_WEBHOOK_HOSTS: 'alerts.example,*.ministry.example',
      PARLEY_WEBHOOK_NETWORKS: '10.1.0.0/16',
    };
    const { PARLEY_MAIL_SERVER: _, PARLEY_MAIL_FROM: __, ...webhooks } = channels;
    const reaching = servicePlans(groundOf(channels)).map(({ settings }) =>
      Object.fromEntries(Object.entries(settings).filter(([name]) => /MAIL|WEBHOOK/.test(name))),
    );
    expect(reaching).toEqual([channels, {}, {}, {}, webhooks]);
  });

  it('has each service log in with the password that the job gives its role, and no other', () => {
    const ground = groundOf({});
    const given = migrationsPlan(ground).settings;
    const passwords = servicePlans(ground).map(({ settings }) => new URL(settings['PARLEY_DATABASE_URL'] ?? ''));
    expect(passwords.map(({ username }) => username)).toEqual([
      'parley_intake',
      'parley_evidence',
      'parley_panelreview',
      'parley_referral',
      'parley_audit',
    ]);
    expect(
      passwords.map(
        ({ username, password }) =>
          given[`PARLEY_${username.replace('parley_', '').toUpperCase()}_DATABASE_PASSWORD`] === password,
      ),
    ).toEqual([true, true, true, true, true]);
    expect(new Set(passwords.map(({ password }) => password)).size).toBe(5);
  });

  it('has all of them trust the gateway’s tokens as clients see its address, and ask for keys where it listens', () => {
    const [intake] = servicePlans(groundOf({}));
    expect(intake?.settings).toMatchObject({
      PARLEY_OIDC_AUDIENCE: 'urn:parley:api',
      PARLEY_OIDC_US_ISSUER: 'https://parley.example/oidc/us',
      PARLEY_OIDC_US_JWKS_URL: 'http://127.0.0.1:3000/oidc/us/jwks',
      PARLEY_OIDC_CN_ISSUER: 'https://parley.example/oidc/cn',
      PARLEY_OIDC_CN_JWKS_URL: 'http://127.0.0.1:3000/oidc/cn/jwks',
      PARLEY_OIDC_SECRETARIAT_ISSUER: 'https://parley.example/oidc/secretariat',
      PARLEY_OIDC_SECRETARIAT_JWKS_URL: 'http://127.0.0.1:3000/oidc/secretariat/jwks',
    });
  });

  it('puts the clock on record in the name of the platform, where it is a demonstration’s', () => {
    const START = '2025-02-03T08:00:00.000Z' as Instant;
    const ground = groundOf({ PARLEY_DEMO_CLOCK: START });
    const { settings } = gatewayPlan(ground, servicePlans(ground));
    expect(settings).toMatchObject({
      PARLEY_DEMO_CLOCK: START,
      PARLEY_DATABASE_URL: expect.stringContaining('//parley_platform:'),
    });
    expect(gatewayPlan(groundOf({}), []).settings).not.toHaveProperty('PARLEY_DATABASE_URL');
  });
});
