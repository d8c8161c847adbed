import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from '@parley/http';
import { KAFKA_VARIABLES } from './kafka-variables';
import { kafkaSettings } from './read-kafka-settings';

const pem = path.join(mkdtempSync(path.join(tmpdir(), 'parley-pem-')), 'ca.pem');
writeFileSync(pem, '-----BEGIN CERTIFICATE-----\n');

const read = (env: Readonly<Record<string, string>>, mode: 'demonstration' | 'production' = 'demonstration') =>
  kafkaSettings(readSettings(env, KAFKA_VARIABLES), mode);

describe('the settings of Kafka', () => {
  it('need the brokers alone', () => {
    expect(read({ PARLEY_KAFKA_BROKERS: 'kafka-1:9092, [::1]:9092' })).toEqual({
      brokers: ['kafka-1:9092', '[::1]:9092'],
      namespace: 'parley',
      partitions: 6,
      replication: 1,
      retentionHours: -1,
    });
  });

  it('take certificates and a login', () => {
    const env = {
      PARLEY_KAFKA_BROKERS: 'kafka-1:9093',
      PARLEY_KAFKA_TLS: 'on',
      PARLEY_KAFKA_CA_FILE: pem,
      PARLEY_KAFKA_SASL_MECHANISM: 'scram-sha-512',
      PARLEY_KAFKA_USERNAME: 'intake',
      PARLEY_KAFKA_PASSWORD: 'secret',
      PARLEY_KAFKA_RETENTION_HOURS: '720',
      PARLEY_KAFKA_REPLICATION: '2',
    };
    expect(read(env)).toMatchObject({
      tls: { ca: '-----BEGIN CERTIFICATE-----\n' },
      sasl: { mechanism: 'scram-sha-512', username: 'intake', password: 'secret' },
      retentionHours: 720,
      replication: 2,
    });
  });

  it('need an account at the broker and TLS in production, where three copies are kept', () => {
    const bare = { PARLEY_KAFKA_BROKERS: 'kafka-1:9093' };
    expect(() => read(bare, 'production')).toThrow(
      /PARLEY_KAFKA_TLS must be on in production, .*; PARLEY_KAFKA_SASL_MECHANISM or PARLEY_KAFKA_CERT_FILE must be given/,
    );
    const encrypted = { ...bare, PARLEY_KAFKA_TLS: 'on' };
    expect(() => read(encrypted, 'production')).toThrow(
      /^Wrong settings: PARLEY_KAFKA_SASL_MECHANISM or PARLEY_KAFKA_CERT_FILE must be given in production, because[^;]*$/,
    );
    const certified = { ...encrypted, PARLEY_KAFKA_CERT_FILE: pem, PARLEY_KAFKA_KEY_FILE: pem };
    expect(read(certified, 'production').replication).toBe(3);
  });

  it('send no password in the clear in production', () => {
    const env = {
      PARLEY_KAFKA_BROKERS: 'kafka-1:9092',
      PARLEY_KAFKA_SASL_MECHANISM: 'plain',
      PARLEY_KAFKA_USERNAME: 'intake',
      PARLEY_KAFKA_PASSWORD: 'secret',
    };
    expect(() => read(env, 'production')).toThrow(
      /^Wrong settings: PARLEY_KAFKA_TLS must be on in production, where passwords and[^;]*$/,
    );
    expect(read(env).sasl).toMatchObject({ mechanism: 'plain' });
  });

  it('name every fault at once, and no secret', () => {
    const env = {
      PARLEY_KAFKA_BROKERS: 'kafka',
      PARLEY_KAFKA_NAMESPACE: 'My.Space',
      PARLEY_KAFKA_RETENTION_HOURS: '0',
      PARLEY_KAFKA_CA_FILE: '/nowhere/ca.pem',
      PARLEY_KAFKA_KEY_FILE: path.join(__dirname, '../../package.json'),
    };
    expect(() => read(env)).toThrow(
      /PARLEY_KAFKA_BROKERS must be a list.*PARLEY_KAFKA_NAMESPACE must be 1 to 40.*PARLEY_KAFKA_RETENTION_HOURS must be a whole.*PARLEY_KAFKA_CA_FILE names \/nowhere.*PARLEY_KAFKA_KEY_FILE must name a PEM/,
    );
  });

  it.each([
    [{ PARLEY_KAFKA_CA_FILE: pem }, 'PARLEY_KAFKA_TLS must be on'],
    [
      { PARLEY_KAFKA_TLS: 'on', PARLEY_KAFKA_CERT_FILE: pem },
      'PARLEY_KAFKA_CERT_FILE and PARLEY_KAFKA_KEY_FILE go together',
    ],
    [{ PARLEY_KAFKA_SASL_MECHANISM: 'plain', PARLEY_KAFKA_USERNAME: 'intake' }, 'PARLEY_KAFKA_SASL_MECHANISM needs'],
    [{ PARLEY_KAFKA_PASSWORD: 'secret' }, 'PARLEY_KAFKA_SASL_MECHANISM must be given'],
  ])('go together: %j', (env: Readonly<Record<string, string>>, fault) => {
    expect(() => read({ PARLEY_KAFKA_BROKERS: 'kafka:9092', ...env })).toThrow(fault);
  });
});
