import type { Standalone } from '../start-standalone';
import type { StandaloneSettings } from '../settings';

/** What a newcomer needs to know once it listens. */
export function announcement({ url, identity }: Standalone, { dataDir, demonstrationClock, databaseUrl }: StandaloneSettings, seconds: number): string {
  const token = identity.tokenCommand?.('cn-desk');
  return [
    '',
    `Parley listens on ${url} (ready in ${seconds.toFixed(1)} s)`,
    `  docket     ${url}/docket`,
    `  API        ${url}/docs  (${url}/openapi.json)`,
    `  data       ${dataDir}${databaseUrl ? ` and the database at ${databaseUrl.host}` : ''}`,
    `  clock      ${demonstrationClock === undefined ? 'real' : 'demonstration'}`,
    token ? `  token      ${token}` : `  token      ${identity.howToGetToken}`,
    `  try        curl -s ${url}/v1/docket`,
    '',
    'Ctrl-C stops it; the data stay and the next start goes on from them.',
    '',
  ].join('\n');
}
