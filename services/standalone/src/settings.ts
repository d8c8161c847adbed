import path from 'node:path';
import {
  absentIssuerFaults,
  channelFaults,
  issuerFaults,
  issuersNamed,
  transportFaults,
  type KeysAre,
} from '@parley/hosting/installation';
import type { TrustedIssuers } from '@parley/identity';
import type { Instant } from '@parley/kernel';
import type { Amendment } from '@parley/procedure';
import { readSettings, type Environment, type SettingsOf, type SideWitness } from '@parley/http';
import { SETTINGS } from './known-settings';

export interface StandaloneSettings {
  readonly production: boolean;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Address under which clients reach it; that of the socket when left out. */
  readonly publicUrl: URL | undefined;
  /** Requests of one person, or of one address without a token; 0 for no limit. */
  readonly requestsPerMinute: number;
  /** Proxies in front of it that are believed about a client's address. */
  readonly trustedProxies: readonly string[];
  /** Where faults are reported, for security.txt. */
  readonly securityContact: URL | undefined;
  /** Absolute path. */
  readonly dataDir: string;
  readonly keysAre: KeysAre;
  /** URL of a role that may create roles and schemas; a PostgreSQL of our own when left out. */
  readonly databaseUrl: URL | undefined;
  /** `trial` where production may reach its database without TLS, and says that it is not for production. */
  readonly plainStores: 'refused' | 'trial';
  /** OpenID providers to use instead of the embedded ones, if any. */
  readonly oidc: TrustedIssuers;
  /** Where the demonstration clock starts in a new data folder; the real clock when left out. */
  readonly demonstrationClock: Instant | undefined;
  /** For tests: delivers messages between services as badly as a broker may. */
  readonly hostileSeed: number | undefined;
  /** What the installation adds to the rules of procedure. */
  readonly amendments: readonly Amendment[];
  readonly mailServer: URL | undefined;
  readonly mailFrom: string | undefined;
  readonly webhookHosts: readonly string[];
  readonly webhookNetworks: readonly string[];
  /** The witness of each side; those of this process when there is none, except in production. */
  readonly witnesses: readonly SideWitness[];
  readonly logLevel: string;
}

/** Reads and checks the settings. @throws SettingsError with every fault in one sentence */
export function standaloneSettings(env: Environment): StandaloneSettings {
  const { mode, dataDir, hostileSeed, ...rest } = readSettings(env, SETTINGS, {
    together: faultsTogether,
  });
  return {
    ...rest,
    production: mode === 'production',
    dataDir: path.resolve(dataDir),
    oidc: issuersNamed(rest),
    hostileSeed: hostileSeed === undefined ? undefined : Number(hostileSeed),
  };
}

function faultsTogether(read: Partial<SettingsOf<typeof SETTINGS>>): readonly string[] {
  const { mode, demonstrationClock, hostileSeed } = read;
  const production = mode === 'production';
  return [
    ...transportFaults(read),
    ...channelFaults(read),
    ...(production && demonstrationClock !== undefined
      ? ['PARLEY_DEMO_CLOCK is refused in production, where time is real']
      : []),
    ...absentIssuerFaults(read, production),
    ...issuerFaults(read, production),
    ...(production && hostileSeed !== undefined ? ['PARLEY_HOSTILE_SEED is for tests and refused in production'] : []),
    ...(hostileSeed !== undefined && !/^\d{1,9}$/.test(hostileSeed)
      ? ['PARLEY_HOSTILE_SEED must be a whole number']
      : []),
  ];
}
