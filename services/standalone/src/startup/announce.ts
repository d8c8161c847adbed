import { announcement } from '@parley/hosting/installation';
import type { StandaloneSettings } from '../settings';
import type { Standalone } from '../start-standalone';

/** What a newcomer needs to know once it listens. */
export function announce(
  { url, identity }: Standalone,
  { dataDir, demonstrationClock, databaseUrl, production }: StandaloneSettings,
  seconds: number,
): string {
  const token = identity.tokenCommand?.('cn-desk');
  return announcement({
    who: 'Parley',
    url,
    seconds,
    facts: [
      ['docket', `${url}/docket`],
      ['API', `${url}/docs  (${url}/openapi.json)`],
      ['data', `${dataDir}${databaseUrl ? ` and the database at ${databaseUrl.host}` : ''}`],
      ['clock', demonstrationClock === undefined ? 'real' : 'demonstration'],
      [
        'rules',
        production ? `${url}/v1/rules` : `${url}/v1/rules  (adopted by the demonstration’s co-heads at the start)`,
      ],
      ['token', token ?? identity.howToGetToken],
      ['try', `curl -sS ${url}/v1/docket`],
    ],
    end: 'Ctrl-C stops it; the data stay and the next start goes on from them.',
  });
}
