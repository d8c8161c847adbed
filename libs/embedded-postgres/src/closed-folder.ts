import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ServerAccount } from './server-account';

const [OWNER_PASSES, GROUP_PASSES, OTHERS_PASS] = [0o100, 0o010, 0o001];

/**
 * The topmost existing folder at or above `folder` that `account` may not pass through; `null` when the way is free.
 */
export function closedFolder(folder: string, account: ServerAccount): string | null {
  const above = path.dirname(folder);
  const closedAbove = above === folder ? null : closedFolder(above, account);
  if (closedAbove !== null || !existsSync(folder)) return closedAbove;
  const { mode, uid, gid } = statSync(folder);
  const needed = uid === account.uid ? OWNER_PASSES : gid === account.gid ? GROUP_PASSES : OTHERS_PASS;
  return (mode & needed) === 0 ? folder : null;
}
