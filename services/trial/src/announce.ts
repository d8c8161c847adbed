import { announcement } from '@parley/hosting/installation';
import type { TrialSettings } from './settings';
import type { Trial } from './start-trial';

/** What a newcomer needs to know once all are ready. */
export function announce(
  { url, brokers }: Trial,
  { dataDir, demonstrationClock, databaseUrl, issuer }: TrialSettings,
  seconds: number,
): string {
  return announcement({
    who: 'Parley',
    url,
    seconds,
    facts: [
      ['form', 'distributed: five services, a gateway, Kafka and PostgreSQL; for trying, not for production'],
      ['docket', `${url}/docket`],
      ['API', `${url}/docs  (${url}/openapi.json)`],
      ['data', `${dataDir}${databaseUrl ? ` and the database at ${databaseUrl.host}` : ''}`],
      ['Kafka', brokers],
      ['clock', demonstrationClock === undefined ? 'real' : 'demonstration'],
      [
        'token',
        issuer
          ? `Tokens are issued by ${issuer.href}.`
          : `curl -s -u cn-desk:demo -d grant_type=client_credentials ${url}/oidc/token`,
      ],
      ['try', `curl -s ${url}/v1/docket`],
    ],
    end: 'Ctrl-C ends all of it; the data stay and the next start goes on from them.',
  });
}
