import {
  CHANNEL_SETTINGS,
  CLIENT_SETTINGS,
  CLOCK_SETTING,
  ISSUER_SETTINGS,
  KEYS_SETTING,
  LOG_SETTING,
  PROCESS_SETTINGS,
  RULES_SETTING,
  TRANSPORT_SETTING,
  WITNESS_SETTING,
} from '@parley/hosting/installation';
import { optionalSetting, textSetting, urlSetting } from '@parley/http';

/** Every setting of the one-process form, and what `--help` says of it. */
export const SETTINGS = {
  ...PROCESS_SETTINGS,
  ...CLIENT_SETTINGS,
  dataDir: {
    ...textSetting('PARLEY_DATA_DIR', '.parley'),
    meaning: 'keys, exhibits, dossiers, and the embedded PostgreSQL',
  },
  databaseUrl: {
    ...urlSetting('PARLEY_DATABASE_URL', 'postgres', 'postgresql'),
    meaning: 'a PostgreSQL of your own instead',
  },
  ...TRANSPORT_SETTING,
  ...KEYS_SETTING,
  ...ISSUER_SETTINGS,
  ...RULES_SETTING,
  ...CHANNEL_SETTINGS,
  ...WITNESS_SETTING,
  ...CLOCK_SETTING,
  hostileSeed: {
    ...optionalSetting('PARLEY_HOSTILE_SEED'),
    meaning: 'delivers between services as badly as a broker may; for tests',
  },
  ...LOG_SETTING,
};
