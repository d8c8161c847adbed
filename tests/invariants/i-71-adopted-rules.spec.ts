import type { Instant, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import fc from 'fast-check';
import {
  ruleSetRegisterDecider,
  type RuleSetCommand,
  type RuleSetEvent,
} from '../../services/intake/src/registry/rule-sets/rule-sets.rules';
import { holdsInEveryHistory } from './holds';
import { adoptedRules } from './rules/i-71-adopted-rules.rule';
import { sentence } from './sentences';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString() as Instant;
const BASE = '2026-1';
const VERSIONS = [BASE, '2026-2', '2026-3'] as const;
const SIDES = { 'us-head': 'US', 'us-deputy': 'US', 'cn-head': 'CN', 'two-faced': 'US' } as const;

type Step =
  | { readonly kind: 'propose'; readonly version: string; readonly digest: string; readonly opens: number | null }
  | {
      readonly kind: 'sign';
      readonly version: string;
      readonly digest: string;
      readonly by: keyof typeof SIDES;
      readonly party: string;
    };
const letters = fc.constantFrom('a', 'b');
const version = fc.constantFrom(...VERSIONS);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('propose' as const),
        version,
        digest: letters,
        opens: fc.option(fc.integer({ min: -60, max: 120 })),
      }),
    },
    {
      weight: 4,
      arbitrary: fc
        .record({
          version,
          digest: letters,
          by: fc.constantFrom(...(Object.keys(SIDES) as (keyof typeof SIDES)[])),
          other: fc.boolean(),
        })
        .map(({ other, ...sign }) => ({
          kind: 'sign' as const,
          ...sign,
          // One person turns up with a token of either side.
          party: sign.by === 'two-faced' && other ? 'CN' : SIDES[sign.by],
        })),
    },
  ),
  { minLength: 4, maxLength: 40 },
);

const commandOf = (step: Step, minute: number): RuleSetCommand =>
  step.kind === 'propose'
    ? {
        type: 'ProposeRuleSets',
        at: at(minute),
        versions: [
          {
            version: step.version,
            ...{ amends: step.version === BASE ? null : BASE, from: null, numbers: {} },
            opensAt: step.opens === null ? null : at(step.opens),
            digest: step.digest.repeat(64) as Sha256,
          },
        ],
      }
    : {
        type: 'SignRuleSet',
        by: step.by as string as PersonId,
        party: step.party as PartyCode,
        receivedAt: at(minute),
        version: step.version,
        digest: step.digest.repeat(64) as Sha256,
      };

/** What the register records of the steps, one a minute. */
function recordOf(given: readonly Step[]): readonly RuleSetEvent[] {
  let state = ruleSetRegisterDecider.initial;
  return given.flatMap((step, minute) => {
    const decision = ruleSetRegisterDecider.decide(commandOf(step, minute), state);
    if (decision.kind === 'refused') return [];
    state = decision.events.reduce(ruleSetRegisterDecider.evolve, state);
    return decision.events;
  });
}

/**
 * What an adoption needs, counted from the steps themselves: the last text proposed, and who signed just that.
 * @param baseAt minute in which the version that all others amend was adopted; nobody signs another one before
 */
function signersOf(given: readonly Step[], upTo: number, name: string, baseAt: number): ReadonlyMap<string, string> {
  const signers = new Map<string, string>();
  let digest = '';
  for (const [minute, step] of given.slice(0, upTo + 1).entries()) {
    if (step.version !== name || (step.kind === 'sign' && name !== BASE && minute <= baseAt)) continue;
    if (step.kind === 'propose') {
      if (step.digest !== digest) signers.clear();
      digest = step.digest;
    } else if (step.digest === digest && !signers.has(step.party) && ![...signers.values()].includes(step.by))
      signers.set(step.party, step.by);
  }
  return signers;
}

describe(sentence('I-71'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(adoptedRules));

  it('a version takes effect by two persons of the two sides over its last text, once and never sooner', () => {
    let adoptions = 0;
    fc.assert(
      fc.property(steps, (given) => {
        const seen = new Set<string>();
        let baseAt = Infinity;
        for (const event of recordOf(given)) {
          const name = event.data.version;
          if (event.type === 'RuleSetProposed') expect(seen.has(name)).toBe(false);
          if (event.type !== 'RuleSetAdopted') continue;
          adoptions += 1;
          expect(seen.has(name)).toBe(false);
          seen.add(name);
          const minute = (Date.parse(event.occurredAt) - Date.parse(at(0))) / 60_000;
          const signers = signersOf(given, minute, name, baseAt);
          if (name === BASE) baseAt = minute;
          expect([signers.has('US'), signers.has('CN')]).toEqual([true, true]);
          expect(new Set(signers.values()).size).toBe(2);
          expect(event.data.signedBy.map(({ party }) => party).toSorted()).toEqual(['CN', 'US']);
          expect(event.data.inForceFrom >= event.occurredAt).toBe(true);
        }
      }),
      { numRuns: 6_000 },
    );
    expect(adoptions).toBeGreaterThan(100);
  });
});
