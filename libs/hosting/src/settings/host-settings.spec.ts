import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { publicKeysText } from '@parley/messaging-kafka';
import { settingsTable } from '../process/read-command-line';
import { HOST_SETTINGS, hostSettings } from './host-settings';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const ENOUGH = {
  PARLEY_DATABASE_URL: 'postgres://parley_intake:secret@db/parley',
  PARLEY_BLOBS_URL: 's3://exhibits/intake?region=eu-central-1',
  PARLEY_KEYS_DIR: '/keys',
  PARLEY_KAFKA_BROKERS: 'kafka-1:9092, kafka-2:9092',
  PARLEY_MESSAGE_KEY: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  PARLEY_MESSAGE_PUBLIC_KEYS: publicKeysText([
    { context: 'intake', key: publicKey },
    ...['evidence', 'panelreview', 'referral', 'audit'].map((context) => ({
      context,
      key: generateKeyPairSync('ed25519').publicKey,
    })),
  ]),
  PARLEY_OIDC_US_ISSUER: 'https://id.us.example/realms/parley/',
  PARLEY_OIDC_CN_ISSUER: 'https://id.cn.example/realms/parley',
  PARLEY_OIDC_SECRETARIAT_ISSUER: 'https://id.seat.example',
};

/** Keys of two witnesses, and one that signs no cosignatures. */
const KEYS = [
  'one.example/w+859b3653+BHaSw601QLuAPAILOu5mzYiHEjI06gxucUPArdc/9DHt',
  'other.example/w+cfaee8c0+BNkpihDRsHNYN9xL2F2sZBsPPO8npH5dU6VPLz9bL8/6',
  'log.example+027303ca+AYNv8YTntBseE8tf2J+h3pjburmenSkYkT/0O4alx8IT',
] as const;

const IN_PRODUCTION = {
  PARLEY_MODE: 'production',
  PARLEY_DATABASE_URL: `${ENOUGH.PARLEY_DATABASE_URL}?sslmode=verify-full`,
  PARLEY_KAFKA_TLS: 'on',
  PARLEY_KAFKA_SASL_MECHANISM: 'scram-sha-512',
  PARLEY_KAFKA_USERNAME: 'intake',
  PARLEY_KAFKA_PASSWORD: 'secret',
};

describe('the settings of a process of one service', () => {
  it('need an own database, exhibits, keys, a broker and an issuer, and have defaults for the rest', () => {
    expect(hostSettings(ENOUGH)).toMatchObject({
      production: false,
      eventStoreUrl: ENOUGH.PARLEY_DATABASE_URL,
      kafka: {
        brokers: ['kafka-1:9092', 'kafka-2:9092'],
        namespace: 'parley',
        partitions: 6,
        replication: 1,
        retentionHours: -1,
      },
      oidc: {
        audience: 'parley',
        issuers: [
          { of: 'US', issuer: 'https://id.us.example/realms/parley/', jwksUrl: undefined },
          { of: 'CN', issuer: 'https://id.cn.example/realms/parley', jwksUrl: undefined },
          { of: 'secretariat', issuer: 'https://id.seat.example', jwksUrl: undefined },
        ],
      },
      drainSeconds: 30,
      metricsPort: 0,
    });
  });

  it('take the record from elsewhere, and keep three copies of a topic in production', () => {
    const settings = hostSettings({
      ...ENOUGH,
      ...IN_PRODUCTION,
      PARLEY_EVENT_STORE_URL: 'esdb://intake:secret@events-1:2113,events-2:2113?tls=true',
    });
    expect(settings).toMatchObject({
      production: true,
      eventStoreUrl: 'esdb://intake:secret@events-1:2113,events-2:2113?tls=true',
      kafka: { replication: 3 },
    });
  });

  it('are refused with every fault in one sentence, and without any secret', () => {
    const wrong = {
      PARLEY_MODE: 'production',
      PARLEY_DEMO_CLOCK: '2025-02-03T09:00:00+01:00',
      PARLEY_DATABASE_URL: 'mysql://u:secret@db',
      PARLEY_KAFKA_BROKERS: 'kafka:9092',
      PARLEY_KAFKA_SASL_MECHANISM: 'plain',
      PARLEY_DATA_DIR: 'x',
    };
    expect(() => hostSettings(wrong)).toThrow(
      /^Wrong settings: PARLEY_DATABASE_URL must be an address that starts with postgres:\/\/ or postgresql:\/\/; PARLEY_BLOBS_URL must be set; PARLEY_KEYS_DIR must be set; PARLEY_MESSAGE_KEY must be set; PARLEY_MESSAGE_PUBLIC_KEYS must be set; PARLEY_OIDC_US_ISSUER must be set; PARLEY_OIDC_CN_ISSUER must be set; PARLEY_OIDC_SECRETARIAT_ISSUER must be set; PARLEY_DEMO_CLOCK is refused in production, where time is real; PARLEY_KAFKA_TLS must be on in production[^;]*; PARLEY_KAFKA_SASL_MECHANISM needs PARLEY_KAFKA_USERNAME and PARLEY_KAFKA_PASSWORD; PARLEY_DATA_DIR is no setting \(/,
    );
    expect(() => hostSettings(wrong)).not.toThrow(/secret/);
  });

  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'of two sides that are one',
      { PARLEY_OIDC_CN_ISSUER: 'https://ID.us.example/realms/parley' },
      /PARLEY_OIDC_US_ISSUER, PARLEY_OIDC_CN_ISSUER and PARLEY_OIDC_SECRETARIAT_ISSUER must be three, each with keys/,
    ],
    [
      'of two sides with the same keys',
      { PARLEY_OIDC_US_JWKS_URL: 'https://keys.example/', PARLEY_OIDC_CN_JWKS_URL: 'https://keys.example' },
      /must be three, each with keys of its own/,
    ],
    [
      'without TLS in production',
      { ...IN_PRODUCTION, PARLEY_OIDC_CN_ISSUER: 'http://id.cn.example' },
      /: PARLEY_OIDC_CN_ISSUER and where its keys are must be https in production\.$/,
    ],
    [
      'without TLS in production, though its scheme is written large',
      { ...IN_PRODUCTION, PARLEY_OIDC_CN_ISSUER: 'HTTP://id.cn.example' },
      /: PARLEY_OIDC_CN_ISSUER and where its keys are must be https in production\.$/,
    ],
    [
      'with keys without TLS in production',
      { ...IN_PRODUCTION, PARLEY_OIDC_US_JWKS_URL: 'http://keys.example' },
      /: PARLEY_OIDC_US_ISSUER and where its keys are must be https in production\.$/,
    ],
    ['with a query', { PARLEY_OIDC_US_ISSUER: 'https://id.us.example/?of=US' }, /PARLEY_OIDC_US_ISSUER must be an add/],
  ])('take no issuers %s', (_what, change, fault) => {
    expect(() => hostSettings({ ...ENOUGH, ...change })).toThrow(fault);
  });

  it('name the witness of each side, or none', () => {
    const witnesses = (text: string) => hostSettings({ ...ENOUGH, PARLEY_WITNESSES: text }).witnesses;
    const [one, other] = [`us ${KEYS[0]} https://w.example/us/`, `CN ${KEYS[1]} http://w.other.example`];
    expect(witnesses('')).toEqual([]);
    expect(witnesses(`${other}, ${one}`)).toEqual([
      { party: 'US', key: KEYS[0], url: 'https://w.example/us' },
      { party: 'CN', key: KEYS[1], url: 'http://w.other.example' },
    ]);
    for (const wrong of [
      one,
      `${one}, ${one}`,
      `${one}, ${other}, ${one}`,
      `${one}, ${other.replace(KEYS[1], KEYS[0])}`,
      `${one}, ${other.replace('http://w.other.example', 'https://w.example/us')}`,
      `${one}, ${other.replace(KEYS[1], KEYS[2])}`,
      `${one}, ${other.replace('other.example/w', 'another.example/w')}`,
      `${one}, ${other.replace('http:', 'file:')}`,
      `${one}, ${other}?side=1`,
      `${one}, ${other.replace('CN', 'XX')}`,
    ])
      expect(() => witnesses(wrong)).toThrow(/PARLEY_WITNESSES must name a witness of each side/);
  });

  it('take secrets from files', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'parley-host-'));
    const file = path.join(folder, 'url');
    writeFileSync(file, `${ENOUGH.PARLEY_DATABASE_URL}\n`);
    const { PARLEY_DATABASE_URL: _inFile, ...rest } = ENOUGH;
    expect(hostSettings({ ...rest, PARLEY_DATABASE_URL_FILE: file }).databaseUrl.password).toBe('secret');
    rmSync(folder, { recursive: true });
  });

  it('are listed with name, default and meaning, a line each', () => {
    const lines = settingsTable(HOST_SETTINGS).split('\n');
    expect(lines).toHaveLength(Object.keys(HOST_SETTINGS).length);
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}PARLEY_DATABASE_URL +required +the database/));
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}PARLEY_DRAIN_SECONDS +30 +seconds/));
  });
});
