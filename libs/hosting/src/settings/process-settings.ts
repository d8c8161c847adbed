import { parseInstant, type Instant } from '@parley/kernel';
import { choiceSetting, intSetting, textSetting, urlSetting, type Setting } from '@parley/http';
import { networksSetting } from './networks-setting';
import { ruleSetsSetting } from './rule-sets-setting';

const instantSetting = (name: string): Setting<Instant | undefined> => ({
  name,
  read: (text) =>
    text === undefined
      ? undefined
      : (parseInstant(text) ?? { wrong: 'must be an ISO 8601 instant with a zone, such as 2025-02-03T09:00:00+01:00' }),
});

/** Settings that every process which answers requests has, and what `--help` says of them. */
export const PROCESS_SETTINGS = {
  mode: {
    ...choiceSetting('PARLEY_MODE', ['demonstration', 'production'], 'demonstration'),
    meaning: 'production refuses demonstration users and clock',
  },
  host: { ...textSetting('PARLEY_HOST', '127.0.0.1'), meaning: 'where it listens' },
  port: {
    ...intSetting('PARLEY_PORT', { min: 0, max: 65_535, otherwise: 3000 }),
    meaning: 'port it listens on; 0 takes any free one',
  },
  publicUrl: {
    ...urlSetting('PARLEY_PUBLIC_URL', 'http', 'https'),
    meaning: 'address under which clients reach it, if not that of the socket; passkeys sign on its pages',
  },
};

/** Settings of a process that clients reach directly or through a proxy. */
export const CLIENT_SETTINGS = {
  requestsPerMinute: {
    ...intSetting('PARLEY_RATE_LIMIT', { min: 0, max: 1_000_000, otherwise: 60_000 }),
    meaning: 'requests a minute of one person, or of an address without a token, before 429; 0 for no limit',
  },
  trustedProxies: {
    ...networksSetting('PARLEY_TRUSTED_PROXIES'),
    meaning: 'addresses or networks of proxies in front whose X-Forwarded-For is believed, parted by commas',
  },
  securityContact: {
    ...urlSetting('PARLEY_SECURITY_CONTACT', 'mailto', 'https'),
    meaning: 'where faults are reported, for /.well-known/security.txt, such as mailto:security@example',
  },
};

export const CLOCK_SETTING = {
  demonstrationClock: {
    ...instantSetting('PARLEY_DEMO_CLOCK'),
    meaning: 'starts a demonstration clock at this instant, in a data folder of its own',
  },
};

/** The setting for the installation's amendments of the rules. */
export const RULES_SETTING = {
  amendments: {
    ...ruleSetsSetting('PARLEY_RULE_SETS'),
    meaning: 'JSON file, or folder of such files, with versions of the rules to propose to both co-heads',
  },
};

/** The setting for keys that were lost. */
export const KEYS_SETTING = {
  keysAre: {
    ...choiceSetting('PARLEY_KEYS', ['kept', 'replaced'], 'kept'),
    meaning: 'kept refuses keys other than those of the record; replaced puts others on record, once',
  },
};

export const LOG_SETTING = {
  logLevel: {
    ...choiceSetting('PARLEY_LOG_LEVEL', ['silent', 'error', 'warn', 'info', 'debug'], 'warn'),
    meaning: 'silent, error, warn, info or debug; JSON lines without contents of filings',
  },
};

/** The address under which clients reach a process, without a slash at its end. */
export const publicUrlOf = (publicUrl: URL | undefined, host: string, port: number): string =>
  publicUrl?.href.replace(/\/$/, '') ?? `http://${host}:${port}`;
