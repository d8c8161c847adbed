import type { Instant } from '@parley/kernel';
import type { RuleSet } from '../rule-sets/rule-set';
import type { Amendment, Numbers } from './amendment';
import { ruleNumbers } from './rule-numbers';

/**
 * A version with other numbers than the one that it amends.
 * @param inForceFrom when it comes into force for new cases
 */
export function amendedRuleSet(
  base: RuleSet,
  { version, amends, numbers }: Pick<Amendment, 'version' | 'amends' | 'numbers'>,
  inForceFrom: Instant,
): RuleSet {
  const changed = ruleNumbers(base).reduce((ruleSet, { field }) => {
    const value = numbers[field];
    if (value === undefined) return ruleSet;
    // What is larger by another number is so by the one that was changed before.
    const places = ruleNumbers(ruleSet).find((each) => each.field === field)?.places ?? [];
    return places.reduce<unknown>((node, { path, more }) => withNumber(node, path, value + more), ruleSet) as RuleSet;
  }, base);
  return { ...changed, version, amends, inForceFrom };
}

function withNumber(node: unknown, [key, ...rest]: readonly string[], value: number): unknown {
  if (key === undefined) return value;
  const fields = node as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: withNumber(fields[key], rest, value) };
}

/**
 * A clock that may be extended by its own length keeps that when an amendment changes its length and does not name its
 * extension (I-20).
 */
export function withExtensions(base: RuleSet, numbers: Numbers): Numbers {
  const known = new Map(ruleNumbers(base).map(({ field, value }) => [field, value]));
  const followed = Object.entries(numbers).flatMap(([field, value]) => {
    const extension = field.replace(/\.length$/, '.extension.atMost');
    return extension !== field && known.get(extension) === known.get(field) && !(extension in numbers)
      ? [[extension, value] as const]
      : [];
  });
  return { ...numbers, ...Object.fromEntries(followed) };
}
