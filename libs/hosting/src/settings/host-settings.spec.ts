import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { settingsTable } from '../process/read-command-line';
import { HOST_SETTINGS, hostSettings } from './host-settings';

const ENOUGH = {
  PARLEY_DATABASE_URL: 'postgres://parley_intake:secret@db/parley',
  PARLEY_BLOBS_URL: 's3://exhibits/intake?region=eu-central-1',
  PARLEY_KEYS_DIR: '/keys',
  PARLEY_KAFKA_BROKERS: 'kafka-1:9092, kafka-2:9092',
  PARLEY_OIDC_ISSUER: 'https://id.example/realms/parley/',
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
      issuer: { issuer: 'https://id.example/realms/parley', audience: 'parley', jwksUrl: undefined },
      drainSeconds: 30,
      metricsPort: 0,
    });
  });

  it('take the record from elsewhere, and keep three copies of a topic in production', () => {
    const settings = hostSettings({
      ...ENOUGH,
      PARLEY_MODE: 'production',
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
      /^Wrong settings: PARLEY_DATABASE_URL must be an address that starts with postgres:\/\/ or postgresql:\/\/; PARLEY_BLOBS_URL must be set; PARLEY_KEYS_DIR must be set; PARLEY_OIDC_ISSUER must be set; PARLEY_DEMO_CLOCK is refused in production, where time is real; PARLEY_KAFKA_SASL_MECHANISM plain needs PARLEY_KAFKA_TLS in production[^;]*; PARLEY_KAFKA_SASL_MECHANISM needs PARLEY_KAFKA_USERNAME and PARLEY_KAFKA_PASSWORD; PARLEY_DATA_DIR is no setting \(/,
    );
    expect(() => hostSettings(wrong)).not.toThrow(/secret/);
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
