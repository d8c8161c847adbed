import { choiceSetting } from '@parley/http';

/** The setting that lets a trial of production reach its stores in the clear. */
export const TRANSPORT_SETTING = {
  plainStores: {
    ...choiceSetting('PARLEY_PLAIN_STORES', ['refused', 'trial'], 'refused'),
    meaning: 'refused, or trial: production reaches its stores without TLS, and says that it is not for production',
  },
};

/** Addresses of what an installation keeps elsewhere. Those that it does not have are left out. */
export interface StoreAddresses {
  readonly databaseUrl?: URL | undefined;
  /** The database as who makes roles and schemas reaches it. */
  readonly adminUrl?: URL | undefined;
  /** Of a PostgreSQL or an EventStoreDB, as its client takes it. */
  readonly eventStoreUrl?: string | undefined;
  readonly blobsUrl?: URL | undefined;
}

interface JudgedAddresses extends StoreAddresses {
  readonly mode?: 'demonstration' | 'production' | undefined;
  readonly plainStores?: 'refused' | 'trial' | undefined;
}

/**
 * What production refuses of its stores: addresses by which passwords and the record would go over a network in the
 * clear, or to whoever pretends to be the store.
 * @returns sentences that repeat no address, since these hold passwords
 */
export function transportFaults({ mode, plainStores, ...addresses }: JudgedAddresses): readonly string[] {
  if (mode !== 'production' || plainStores === 'trial') return [];
  const { databaseUrl, adminUrl, eventStoreUrl, blobsUrl } = addresses;
  return [
    ...postgresFaults('PARLEY_DATABASE_URL', databaseUrl),
    ...postgresFaults('PARLEY_ADMIN_DATABASE_URL', adminUrl),
    ...recordFaults(eventStoreUrl),
    ...(blobsUrl && isPlainObjectStore(blobsUrl)
      ? ['PARLEY_BLOBS_URL must have an https endpoint in production: exhibits would be sent in the clear']
      : []),
  ];
}

/** What a trial of production says of itself on its pages, in /readyz and in its log. */
export const TRIAL = 'this installation is a trial and not for production: it may reach its stores without TLS';

/** Whether an installation is a trial of production. @param settings what was read of its settings */
export const isTrial = ({ production, plainStores }: TrialSettings): boolean => production && plainStores === 'trial';

interface TrialSettings {
  readonly production: boolean;
  readonly plainStores: 'refused' | 'trial';
}

const postgresFaults = (name: string, url: URL | undefined): readonly string[] =>
  url === undefined || isOnThisMachine(hostOf(url)) || lastOf(url, 'sslmode') === 'verify-full'
    ? []
    : [
        `${name} must have sslmode=verify-full in production where the database is on another machine: passwords and ` +
          'the record would be sent in the clear, or to whoever pretends to be the database',
      ];

function recordFaults(address: string | undefined): readonly string[] {
  if (address === undefined) return [];
  if (!address.startsWith('esdb')) return postgresFaults('PARLEY_EVENT_STORE_URL', new URL(address));
  const tls = new URLSearchParams(address.slice(address.indexOf('?') + 1).toLowerCase()).getAll('tls');
  // EventStoreDB without TLS asks nobody who they are, so the machine itself is no exception.
  return tls.some((value) => value !== 'true')
    ? [
        'PARLEY_EVENT_STORE_URL must be reached with tls=true in production: without it, whoever reaches the record ' +
          'can read and write it',
      ]
    : [];
}

function isPlainObjectStore(url: URL): boolean {
  const endpoint = lastOf(url, 'endpoint');
  if (url.protocol !== 's3:' || endpoint === undefined || !URL.canParse(endpoint)) return false;
  const { protocol, hostname } = new URL(endpoint);
  return protocol === 'http:' && !isOnThisMachine(hostname);
}

/** The client of PostgreSQL goes by the parameter where there is one. */
const hostOf = (url: URL): string => lastOf(url, 'host') ?? decodeURIComponent(url.hostname);

const lastOf = (url: URL, name: string): string | undefined => url.searchParams.getAll(name).at(-1);

/** A socket in a folder, or an address that leads nowhere else. */
const isOnThisMachine = (host: string): boolean =>
  host.startsWith('/') || /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
