import fc from 'fast-check';
import type { Instant } from '@parley/kernel';
import {
  at,
  CN,
  coHead,
  desk,
  expire,
  openedPanel,
  opened,
  person,
  reviewing,
  US,
  type Said,
} from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import type { Signatories } from './extensions.rules';

const reason = { en: 'The interpreters are ill.', 'zh-Hans': '译员患病。' };
const actOf = (signatories: Signatories, party: typeof US, when: string) =>
  signatories === 'parties' ? desk(party, when) : coHead(party, when);
const propose = (
  deadline: string,
  length: number,
  when: string,
  party = US,
  signatories: Signatories = 'parties',
): Said => ({
  type: 'ProposeExtension',
  ...actOf(signatories, party, when),
  signatories,
  deadline,
  length,
  reason,
});
const panel = givenPanel().when(...reviewing);
const digestOf = (state: typeof panel.state): string => openedPanel(state).extensions.at(-1)?.digest ?? '';
const sign = (state: typeof panel.state, when: string, party = CN, signatories: Signatories = 'parties'): Said => ({
  type: 'SignExtension',
  ...actOf(signatories, party, when),
  signatories,
  extensionId: openedPanel(state).extensions.at(-1)?.id ?? '',
  digest: digestOf(state) as never,
});
const [day, next] = ['2025-04-10T10:00:00Z', '2025-04-11T10:00:00Z'];
const { dueAt } = openedPanel(panel.state).running['review']!;

describe('an extension of a deadline of the panel', () => {
  const proposed = panel.when(propose('review', 10, day));

  it('takes effect with the signature of the other party over the same digest, and shows its reason (I-64)', () => {
    expect(openedPanel(proposed.state).running['review']?.dueAt).toBe(dueAt);
    const told = proposed.when(sign(proposed.state, next));
    expect(told.events.at(-1)).toMatchObject({ type: 'DeadlineExtended', tier: 'PUBLIC', data: { by: 'consent' } });
    expect(openedPanel(told.state).running['review']).toMatchObject({
      firstDate: '2025-04-23',
      changes: [{ kind: 'extension', by: 10, reason }],
    });
    expect(told.refusalOf(sign(told.state, next))).toBe('extension-signed');
  });

  it('is decided by both co-heads jointly, and by no mixture of signatures (I-20)', () => {
    const joint = panel.when(propose('review', 5, day, US, 'coheads'));
    expect(joint.refusalOf(sign(joint.state, next, CN, 'parties'))).toBe('signed-by-others');
    expect(joint.refusalOf(sign(joint.state, next, US, 'coheads'))).toBe('one-person-for-both-sides');
    expect(joint.when(sign(joint.state, next, CN, 'coheads')).events.at(-1)).toMatchObject({
      data: { by: 'joint-decision' },
    });
  });

  it('is signed by another person of the other side (I-05)', () => {
    expect(proposed.refusalOf({ ...sign(proposed.state, next), by: person('us-desk') } as Said)).toBe(
      'one-person-for-both-sides',
    );
    expect(proposed.refusalOf({ ...sign(proposed.state, next, US), by: person('us-desk-2') } as Said)).toBe(
      'side-already-signed',
    );
    expect(proposed.refusalOf({ ...sign(proposed.state, next), digest: 'f'.repeat(64) } as Said)).toBe(
      'signed-digest-differs',
    );
    expect(proposed.refusalOf({ ...sign(proposed.state, next), extensionId: 'extension:9' } as Said)).toBe(
      'unknown-extension',
    );
  });

  it('is for the parties of the case alone', () => {
    const ofNobody = (said: Said) => ({ ...said, party: null }) as Said;
    expect(panel.refusalOf(ofNobody(propose('review', 10, day)))).toBe('not-a-party');
    expect(proposed.refusalOf(ofNobody(sign(proposed.state, next)))).toBe('not-a-party');
  });

  it('is neither proposed nor signed once the screening has ended', () => {
    const ended = proposed.when({ told: 'screening-ended', outcome: 'withdrawn', at: at(day) });
    expect(ended.refusalOf(propose('review', 5, next))).toBe('screening-ended');
    expect(ended.refusalOf(sign(proposed.state, next))).toBe('screening-ended');
  });

  it('is one of a hundred proposals at most', () => {
    const lengths = Array.from({ length: 25 }, (_, index) => index + 1);
    const hundred = (['parties', 'coheads'] as const).flatMap((by) =>
      [US, CN].flatMap((party) => lengths.map((length) => propose('review', length, day, party, by))),
    );
    const told = panel.when(...hundred);
    expect(told.recorded).toEqual(['ExtensionProposed']);
    expect(told.refusalOf(propose('review', 10, next))).toBe('too-many-extensions');
  });

  it('lapses with its deadline: a signature that comes with the expiry is too late', () => {
    expect(proposed.refusalOf(sign(proposed.state, dueAt))).toBe('extension-after-expiry');
    const gone = proposed.when(expire('review'));
    expect(gone.refusalOf(sign(gone.state, dueAt))).toBe('no-such-deadline');
  });

  it('is proposed once, of a deadline that runs, and of no certification that has no end yet', () => {
    expect(proposed.refusalOf(propose('review', 10, next))).toBe('extension-proposed');
    for (const id of ['findings', 'constructor', 'toString'])
      expect(panel.refusalOf(propose(id, 5, day))).toBe('no-such-deadline');
    expect(panel.refusalOf(propose('review', 26, day))).toBe('extension-too-long');
  });

  it('lets the default fire at the new end and not before', () => {
    const told = proposed.when(sign(proposed.state, next));
    const { dueAt: later } = openedPanel(told.state).running['review']!;
    expect(told.when(expire('review')).events.at(-1)).toMatchObject({ type: 'InterimMissing', occurredAt: later });
  });

  it(
    'never comes after the expiry, never moves a deadline back, and never by more than ' + 'its clock allows (I-20)',
    () => {
      const start = givenPanel().when(...opened);
      const before = openedPanel(start.state).running['nomination:US:1']!;
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 20 }),
          fc.integer({ min: -3 * 86_400_000, max: 3 * 86_400_000 }),
          fc.nat(2 * 86_400_000),
          (length, around, later) => {
            const first = new Date(Date.parse(before.dueAt) + around).toISOString() as Instant;
            const proposal = start.decision(propose('nomination:US:1', length, first));
            expect(proposal.kind).toBe(first < before.dueAt && length <= 10 ? 'accepted' : 'refused');
            if (proposal.kind === 'refused') return;
            const proposed = start.when(propose('nomination:US:1', length, first));
            const second = new Date(Date.parse(first) + later).toISOString();
            const signed = proposed.decision(sign(proposed.state, second));
            expect(signed.kind).toBe(at(second) < before.dueAt ? 'accepted' : 'refused');
            if (signed.kind === 'refused') return;
            expect(
              (openedPanel(proposed.when(sign(proposed.state, second)).state).running['nomination:US:1']?.dueAt ?? '') >
                before.dueAt,
            ).toBe(true);
          },
        ),
      );
    },
  );
});
