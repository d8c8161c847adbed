import {
  CLIENT_SETTINGS,
  CLOCK_SETTING,
  ISSUER_SETTINGS,
  LOG_SETTING,
  PROCESS_SETTINGS,
  storeAddressSetting,
} from '@parley/hosting/installation';
import { intSetting, optionalSetting, urlSetting } from '@parley/http';
import { addressesSetting } from './addresses-setting';

const behind = (name: string, service: string) => ({
  ...addressesSetting(name),
  meaning: `where ${service} is; several instances with commas between them`,
});

/** Every setting of the gateway, and what `--help` says of it. */
export const SETTINGS = {
  ...PROCESS_SETTINGS,
  ...CLIENT_SETTINGS,
  intake: behind('PARLEY_INTAKE_URL', 'intake'),
  evidence: behind('PARLEY_EVIDENCE_URL', 'evidence'),
  panelreview: behind('PARLEY_PANEL_REVIEW_URL', 'panel review'),
  referral: behind('PARLEY_REFERRAL_URL', 'referral'),
  audit: behind('PARLEY_AUDIT_URL', 'audit'),
  ...ISSUER_SETTINGS,
  keysDir: {
    ...optionalSetting('PARLEY_KEYS_DIR'),
    meaning: 'folder for the keys of the demonstration’s providers, which serve where no issuers are named',
  },
  demonstrationClock: {
    ...CLOCK_SETTING.demonstrationClock,
    meaning: 'starts the demonstration clock of all services at this instant, in a new record',
  },
  databaseUrl: {
    ...urlSetting('PARLEY_DATABASE_URL', 'postgres', 'postgresql'),
    meaning: 'the database, of the role platform; only for a demonstration clock',
  },
  eventStoreUrl: {
    ...storeAddressSetting('PARLEY_EVENT_STORE_URL'),
    meaning: 'the record in which that clock is, where it is not in the database',
  },
  metricsPort: {
    ...intSetting('PARLEY_METRICS_PORT', { min: 0, max: 65_535, otherwise: 0 }),
    meaning: 'port of /metrics for Prometheus; 0 for none',
  },
  drainSeconds: {
    ...intSetting('PARLEY_DRAIN_SECONDS', { min: 1, max: 3_600, otherwise: 30 }),
    meaning: 'seconds that a stop may take',
  },
  ...LOG_SETTING,
};
