import type { Tier } from '@parley/kernel';
import fc from 'fast-check';
import {
  asChina,
  bytesOf,
  chinese,
  CN,
  exhibit,
  now,
  publicVersion,
  registered,
  signing,
  US,
} from '../casefile/evidence-story.fixture';
import type { EvidenceEvent } from './exhibits.rules';
import type { Said } from '../casefile/told-story.fixture';
import type { Exhibit } from './exhibit-commands.rules';
import type { KnownCase } from '../casefile/casefile.rules';
import { READERS, type Readers } from '../readers/readers.rules';
import { visible, visibleExhibits, visibleThen } from './file-exhibit';

const READER_SETS: Readonly<Record<string, ReadonlySet<Tier>>> = {
  anybody: new Set<Tier>(['PUBLIC']),
  panel: new Set<Tier>(['PUBLIC', 'PANEL']),
  parties: new Set<Tier>(['PUBLIC', 'PANEL', 'PARTIES']),
};
const RANK = { none: 0, tombstone: 1, 'public-version': 2, whole: 3 } as const;

type Act =
  | {
      readonly kind: 'file';
      readonly us: boolean;
      readonly upload: number;
      readonly tier: 'PUBLIC' | 'PANEL' | 'PARTIES';
    }
  | { readonly kind: 'publish' | 'withdraw'; readonly us: boolean; readonly number: string }
  | { readonly kind: 'add'; readonly us: boolean; readonly number: string; readonly to: 'PUBLIC' | 'PANEL' | 'PARTIES' }
  | { readonly kind: 'sign'; readonly us: boolean; readonly number: string; readonly to: Readers }
  | { readonly kind: 'expire'; readonly number: string };

const us = fc.boolean();
const number = fc.constantFrom('USA-1', 'USA-2', 'CHN-1');
const tier = fc.constantFrom('PUBLIC', 'PANEL', 'PARTIES');
const acts = fc.array<Act>(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('file'), us, upload: fc.integer({ min: 1, max: 3 }), tier }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('publish', 'withdraw'), us, number }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('add'), us, number, to: tier }) },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('sign'), us, number, to: fc.constantFrom(...READERS) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('expire'), number }) },
  ),
  { maxLength: 30 },
);

/** The command for an act in a state; nothing for a signature on something that is not there. */
function commandOf(act: Act, state: KnownCase): Said | undefined {
  switch (act.kind) {
    case 'file':
      return (act.us ? exhibit : chinese)(`${act.us ? 'us' : 'cn'}-${act.upload}`, { tier: act.tier });
    case 'publish':
      return publicVersion(act.number, { party: act.us ? US : CN, bytes: bytesOf('p1', 'b', act.us ? US : CN) });
    case 'withdraw':
      return {
        type: 'WithdrawExhibit',
        by: exhibit().by,
        party: act.us ? US : CN,
        receivedAt: now,
        number: act.number,
        reason: 'filed-by-mistake',
      };
    case 'add':
      return {
        type: 'AddReaders',
        by: exhibit().by,
        party: act.us ? US : CN,
        receivedAt: now,
        number: act.number,
        to: act.to,
      };
    case 'expire':
      return { type: 'ExpireDeadline', deadlineId: `readers-decision:${act.number}` };
    case 'sign': {
      const signed = state.exhibits.get(act.number);
      return signed && signing(signed, act.to, act.us ? {} : asChina);
    }
  }
}

interface Step {
  readonly before: KnownCase;
  readonly after: KnownCase;
  readonly events: readonly EvidenceEvent[];
}

/** Each act that is accepted, with the case before and after it. */
function played(given: readonly Act[]): readonly Step[] {
  const steps: Step[] = [];
  let story = registered;
  for (const act of given) {
    const before = story.state as KnownCase;
    const command = commandOf(act, before);
    const decision = command && story.decision(command);
    if (!command || decision?.kind !== 'accepted') continue;
    story = story.when(command);
    steps.push({ before, after: story.state as KnownCase, events: decision.events });
  }
  return steps;
}

const extentOf = (exhibit: Exhibit | undefined, tiers: ReadonlySet<Tier>): keyof typeof RANK =>
  visible(exhibit, tiers)?.extent ?? 'none';

describe('what readers see of the exhibits of a case', () => {
  it('never becomes less without a tombstone that they see, whoever does what (I-42)', () => {
    fc.assert(
      fc.property(acts, (given) => {
        for (const { before, after } of played(given)) {
          for (const tiers of Object.values(READER_SETS)) {
            for (const [exhibit, was] of before.exhibits) {
              const is = after.exhibits.get(exhibit);
              const [rankBefore, rankAfter] = [RANK[extentOf(was, tiers)], RANK[extentOf(is, tiers)]];
              if (rankAfter < rankBefore)
                expect([rankAfter >= RANK.tombstone, is!.tombstones.length]).toEqual([true, was.tombstones.length + 1]);
            }
          }
        }
      }),
    );
  });

  it('becomes more only with the consent of its party, or by both co-heads over one digest (I-42)', () => {
    fc.assert(
      fc.property(acts, (given) => {
        for (const { before, after, events } of played(given)) {
          for (const tiers of Object.values(READER_SETS)) {
            for (const [number, is] of after.exhibits) {
              const was = before.exhibits.get(number);
              if (!was || RANK[extentOf(is, tiers)] <= RANK[extentOf(was, tiers)]) continue;
              const consent = events.some(
                ({ type, data }) =>
                  type === 'PublicVersionFiled' || (type === 'ReadersAdded' && data.basis === 'its-party'),
              );
              const digests = [
                ...(was.decision?.signatures ?? []),
                ...events.flatMap(({ type, data }) => (type === 'ReadersDecisionSigned' ? [data] : [])),
              ];
              const joint =
                new Set(digests.map(({ party }) => party)).size === 2 &&
                new Set(digests.map(({ digest }) => digest)).size === 1;
              expect(consent || joint).toBe(true);
            }
          }
        }
      }),
    );
  });

  it('counts every exhibit ever accepted for the parties: itself, or its tombstone (I-62)', () => {
    fc.assert(
      fc.property(acts, (given) => {
        const { after } = played(given).at(-1) ?? { after: registered.state as KnownCase };
        expect(visibleExhibits(after, READER_SETS['parties']!, after)).toHaveLength(after.exhibits.size);
      }),
    );
  });

  it('as it was shows nothing that was taken away since', () => {
    fc.assert(
      fc.property(acts, (given) => {
        const steps = played(given);
        const present = steps.at(-1)?.after ?? (registered.state as KnownCase);
        for (const { after: then } of steps) {
          for (const tiers of Object.values(READER_SETS)) {
            for (const [number, was] of then.exhibits) {
              const now = visible(present.exhibits.get(number), tiers);
              expect(RANK[visibleThen(was, present.exhibits.get(number), tiers)?.extent ?? 'none']).toBeLessThanOrEqual(
                RANK[now?.extent ?? 'none'],
              );
            }
          }
        }
      }),
    );
  });
});
