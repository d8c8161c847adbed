import type { Instant, IsoDate } from '@parley/kernel';
import { capitals } from './capitals.data';
import type { Forum, ForumCode, ForumRules } from './forum-rules';
import { worldBank1993, worldBank2020, worldBank2025 } from './world-bank.data';
import { wto } from './wto.data';

/**
 * Every version that a dossier may have been prepared under, oldest first. They changed with the Bank's resolutions of
 * 2020 and 2025.
 */
export const forumRules: readonly ForumRules[] = [
  { version: '1995-1', from: '1995-01-01' as IsoDate, forums: [wto, worldBank1993, capitals] },
  { version: '2020-1', from: '2020-09-08' as IsoDate, forums: [wto, worldBank2020, capitals] },
  { version: '2026-1', from: '2025-03-07' as IsoDate, forums: [wto, worldBank2025, capitals] },
];

/** A version by its name. @throws {RangeError} for a version that is not there */
export function forumRulesOf(version: string): ForumRules {
  const found = forumRules.find((rules) => rules.version === version);
  if (found === undefined) throw new RangeError(`no forum rules ${version}`);
  return found;
}

/**
 * The version under which a dossier requested at an instant is prepared. @throws {RangeError} for a time before the
 * first
 */
export function forumRulesAt(instant: Instant): ForumRules {
  const found = forumRules.findLast(({ from }) => from <= instant.slice(0, 10));
  if (found === undefined) throw new RangeError(`no forum rules at ${instant}`);
  return found;
}

/** A forum of a version. @throws {RangeError} when that version does not know it */
export function forumOf(rules: ForumRules, code: ForumCode): Forum {
  const found = rules.forums.find((forum) => forum.code === code);
  if (found === undefined) throw new RangeError(`forum rules ${rules.version} do not know ${code}`);
  return found;
}
