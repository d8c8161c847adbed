import path from 'node:path';
import { absentIssuerFaults, issuerFaults, issuersNamed } from '@parley/hosting/installation';
import type { TrustedIssuers } from '@parley/identity';
import type { Instant } from '@parley/kernel';
import { readSettings, type Environment, type SettingsOf } from '@parley/http';
import { SETTINGS } from './known-settings';
import { CONTEXTS, type Context } from './routes/routes-of-services';

export interface GatewaySettings {
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
  /** Origins of the instances of each service. */
  readonly services: Readonly<Record<Context, readonly string[]>>;
  /** The OpenID providers whose tokens are trusted. Where there are none, the demonstration's own are, below /oidc. */
  readonly oidc: TrustedIssuers;
  /** Absolute path of the folder in which the demonstration's providers keep their keys. */
  readonly keysDir: string;
  /** Present for demonstration time, which this process moves. */
  readonly demonstration: { readonly startAt: Instant; readonly eventStore: string } | undefined;
  /** Port of the metrics; 0 for none. */
  readonly metricsPort: number;
  readonly drainSeconds: number;
  readonly logLevel: string;
}

/** Reads and checks the settings. @throws SettingsError with every fault in one sentence */
export function gatewaySettings(env: Environment): GatewaySettings {
  const { mode, keysDir, demonstrationClock, databaseUrl, eventStoreUrl, ...rest } = readSettings(env, SETTINGS, {
    together: faultsTogether,
  });
  const eventStore = eventStoreUrl ?? databaseUrl?.href;
  return {
    ...rest,
    production: mode === 'production',
    services: Object.fromEntries(CONTEXTS.map((context) => [context, rest[context]])) as Record<
      Context,
      readonly string[]
    >,
    oidc: issuersNamed(rest),
    keysDir: path.resolve(keysDir ?? ''),
    demonstration:
      demonstrationClock !== undefined && eventStore !== undefined
        ? { startAt: demonstrationClock, eventStore }
        : undefined,
  };
}

function faultsTogether(read: Partial<SettingsOf<typeof SETTINGS>>): readonly string[] {
  const { mode, oneIssuer, keysDir, demonstrationClock, databaseUrl, eventStoreUrl } = read;
  const production = mode === 'production';
  const isDemonstration = demonstrationClock !== undefined;
  return [
    ...(production && isDemonstration ? ['PARLEY_DEMO_CLOCK is refused in production, where time is real'] : []),
    ...absentIssuerFaults(read, production),
    ...issuerFaults(read, production),
    ...(!production && oneIssuer === undefined && keysDir === undefined
      ? ['PARLEY_KEYS_DIR must be set where no OpenID issuers are named']
      : []),
    ...(isDemonstration && !databaseUrl && !eventStoreUrl
      ? ['PARLEY_DEMO_CLOCK needs PARLEY_DATABASE_URL or PARLEY_EVENT_STORE_URL, because the clock is on record']
      : []),
  ];
}
