import type { LogSecrets } from '@parley/audit';

/**
 * Whom a reader of the log trusts: the log, and the witnesses that have cosigned together last.
 * @param witnesses their public keys as text; none asks for the log alone
 */
export async function policyOf(secrets: LogSecrets, witnesses: readonly string[]): Promise<string> {
  const alone = await secrets.policy();
  if (witnesses.length === 0) return alone;
  const names = witnesses.map((_, at) => `side-${String(at + 1)}`);
  return [
    alone.replace(/^quorum none\n/m, '').trimEnd(),
    ...witnesses.map((key, at) => `witness ${names[at] ?? ''} ${key}`),
    `group both all ${names.join(' ')}`,
    'quorum both',
    '',
  ].join('\n');
}
