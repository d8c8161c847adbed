import type { Forum, ForumCode, ForumRules } from './forum-rules';
import { worldBank } from './world-bank.data';
import { wto } from './wto.data';

/** Every version that a dossier may have been prepared under, oldest first. */
export const forumRules: readonly ForumRules[] = [{ version: '2026-1', forums: [wto, worldBank] }];

/** A version by its name. @throws {RangeError} for a version that is not there */
export function forumRulesOf(version: string): ForumRules {
  const found = forumRules.find((rules) => rules.version === version);
  if (found === undefined) throw new RangeError(`no forum rules ${version}`);
  return found;
}

/** The version under which a dossier requested now is prepared. */
export const CURRENT_FORUM_RULES = '2026-1';

/** A forum of a version. @throws {RangeError} when that version does not know it */
export function forumOf(rules: ForumRules, code: ForumCode): Forum {
  const found = rules.forums.find((forum) => forum.code === code);
  if (found === undefined) throw new RangeError(`forum rules ${rules.version} do not know ${code}`);
  return found;
}
