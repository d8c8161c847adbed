import { trialCheck } from '../services/readiness';
import { TRIAL, transportFaults, type StoreAddresses } from './store-transport';

const [DATABASE, RECORD, EXHIBITS] = [
  /^PARLEY_DATABASE_URL must have sslmode=verify-full in production/,
  /^PARLEY_EVENT_STORE_URL must be reached with tls=true in production/,
  /^PARLEY_BLOBS_URL must have an https endpoint in production/,
];
const database = (url: string): StoreAddresses => ({ databaseUrl: new URL(url) });
const exhibits = (url: string): StoreAddresses => ({ blobsUrl: new URL(url) });

describe('the way to a store', () => {
  it.each<[string, StoreAddresses, RegExp]>([
    ['a database elsewhere', database('postgres://p:hunter2@db.example/parley'), DATABASE],
    ['one whose certificate is not looked at', database('postgres://db/parley?sslmode=require'), DATABASE],
    ['one that is said twice', database('postgres://db/parley?sslmode=verify-full&sslmode=disable'), DATABASE],
    ['one that is named by a parameter', database('postgres://localhost/parley?host=db.example'), DATABASE],
    ['one whose name begins like this machine’s', database('postgres://127.0.0.1.example/parley'), DATABASE],
    [
      'the owner’s way to it',
      { adminUrl: new URL('postgres://db/parley') },
      /^PARLEY_ADMIN_DATABASE_URL must have sslmode=verify-full/,
    ],
    [
      'a record in a database elsewhere',
      { eventStoreUrl: 'postgres://db/parley' },
      /^PARLEY_EVENT_STORE_URL must have sslmode=verify-full/,
    ],
    ['an EventStoreDB without TLS', { eventStoreUrl: 'esdb://p:hunter2@a:2113,b:2113?tls=false' }, RECORD],
    ['one on this machine, which asks nobody who they are', { eventStoreUrl: 'esdb://127.0.0.1?TLS=False' }, RECORD],
    ['an object store by plain HTTP', exhibits('s3://parley/x?endpoint=http://objects:7070'), EXHIBITS],
  ])('is refused in production where it leads in the clear to %s', (_to, addresses, expected) => {
    const faults = transportFaults({ mode: 'production', ...addresses });
    expect(faults).toEqual([expect.stringMatching(expected)]);
    expect(faults.join()).not.toContain('hunter2');
    expect(transportFaults({ mode: 'demonstration', ...addresses })).toEqual([]);
    expect(transportFaults({ mode: 'production', plainStores: 'trial', ...addresses })).toEqual([]);
  });

  it.each<[string, StoreAddresses]>([
    ['a database by TLS', database('postgres://db.example/parley?sslmode=verify-full')],
    ['one on this machine', database('postgres://127.0.0.1:5432/parley')],
    ['one on this machine by its other address', database('postgres://[::1]/parley')],
    ['a socket', database('postgres:///parley?host=/var/run/postgresql')],
    ['an EventStoreDB by TLS', { eventStoreUrl: 'esdb+discover://p:x@a:2113,b:2113' }],
    ['the same, said', { eventStoreUrl: 'esdb://a:2113?tls=true' }],
    ['an object store by TLS', exhibits('s3://parley/x?endpoint=https://objects.example')],
    ['that of the cloud', exhibits('s3://parley/x?region=eu-central-1')],
    ['a folder', exhibits('file:///var/lib/parley/blobs')],
  ])('is taken in production where it leads to %s', (_to, addresses) => {
    expect(transportFaults({ mode: 'production', ...addresses })).toEqual([]);
  });

  it('in the clear is said in /readyz and in the log, for a trial of production alone', async () => {
    const said: object[] = [];
    const logger = { warn: (line: object, text: string) => void said.push({ ...line, text }) };
    expect(trialCheck({ production: true, plainStores: 'refused' }, logger)).toEqual([]);
    expect(trialCheck({ production: false, plainStores: 'trial' }, logger)).toEqual([]);
    expect(said).toEqual([]);
    const [check] = trialCheck({ production: true, plainStores: 'trial' }, logger);
    expect([await check?.check(), await check?.degraded?.()]).toEqual([undefined, TRIAL]);
    expect(said).toEqual([{ trial: TRIAL, text: 'not for production' }]);
  });
});
