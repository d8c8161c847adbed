import path from 'node:path';
import { issuerOf } from '@parley/hosting/installation';
import type { TrustedIssuer } from '@parley/identity';
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
  /** Origins of the instances of each service. */
  readonly services: Readonly<Record<Context, readonly string[]>>;
  /** The OpenID provider whose tokens are trusted. When left out, it is the demonstration's own, served at /oidc. */
  readonly oidc: TrustedIssuer | undefined;
  /** Absolute path of the folder in which the demonstration's provider keeps its key. */
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
  const { mode, issuer, audience, jwksUrl, keysDir, demonstrationClock, databaseUrl, eventStoreUrl, ...rest } =
    readSettings(env, SETTINGS, { together: faultsTogether });
  const eventStore = eventStoreUrl ?? databaseUrl?.href;
  return {
    ...rest,
    production: mode === 'production',
    services: Object.fromEntries(CONTEXTS.map((context) => [context, rest[context]])) as Record<
      Context,
      readonly string[]
    >,
    oidc: issuer && { issuer: issuerOf(issuer), audience, jwksUrl },
    keysDir: path.resolve(keysDir ?? ''),
    demonstration:
      demonstrationClock !== undefined && eventStore !== undefined
        ? { startAt: demonstrationClock, eventStore }
        : undefined,
  };
}

function faultsTogether({
  mode,
  issuer,
  keysDir,
  demonstrationClock,
  databaseUrl,
  eventStoreUrl,
}: Partial<SettingsOf<typeof SETTINGS>>): readonly string[] {
  const production = mode === 'production';
  const isDemonstration = demonstrationClock !== undefined;
  return [
    ...(production && isDemonstration ? ['PARLEY_DEMO_CLOCK is refused in production, where time is real'] : []),
    ...(production && !issuer
      ? ['production needs PARLEY_OIDC_ISSUER, because the demonstration users are refused there']
      : []),
    ...(!production && !issuer && keysDir === undefined
      ? ['PARLEY_KEYS_DIR must be set where PARLEY_OIDC_ISSUER is not']
      : []),
    ...(isDemonstration && !databaseUrl && !eventStoreUrl
      ? ['PARLEY_DEMO_CLOCK needs PARLEY_DATABASE_URL or PARLEY_EVENT_STORE_URL, because the clock is on record']
      : []),
  ];
}
