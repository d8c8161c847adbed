import type { PersonCaller } from '@parley/access';
import { sha256 } from '@parley/event-store';
import type { CaseId, Instant, PartyCode, PersonId, Tier } from '@parley/kernel';
import { linkOf, Reading, type Handed, type ReadBy, type ReadsLog } from '@parley/http';
import { checkedReadsDecider } from '@parley/processes';
import fc from 'fast-check';
import { sentence } from './sentences';

const now = '2025-03-01T09:00:00.000Z' as Instant;
const caseId = '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab' as CaseId;
const TIERS: readonly Tier[] = ['PUBLIC', 'PARTIES', 'PANEL', 'DELIBERATION', 'FILER', 'DESKS'];

interface Logged {
  readonly handed: readonly Handed[];
  readonly by: ReadBy;
}

/** The entries of the log after a read. */
async function loggedBy(
  handed: readonly Handed[],
  caller: PersonCaller | { readonly kind: 'public' },
  purpose: string | undefined,
): Promise<readonly Logged[]> {
  const logged: Logged[] = [];
  const log: Pick<ReadsLog, 'record'> = { record: async (_caseId, seen, by) => void logged.push({ handed: seen, by }) };
  const request = { headers: purpose === undefined ? {} : { 'parley-purpose': purpose } };
  await new Reading(log as ReadsLog, { now: () => now }).note(caseId, handed, caller, request as never);
  return logged;
}

const handed = fc.array(
  fc.record({
    subject: fc.constantFrom('USA-1', 'panel'),
    what: fc.constant('content'),
    tier: fc.constantFrom(...TIERS),
  }),
  { maxLength: 6 },
);
const callers = fc.record({
  kind: fc.constant('person' as const),
  personId: fc.constantFrom('us-desk', 'cn-auditor').map((id) => id as PersonId),
  party: fc.constantFrom('US', 'CN').map((code) => code as PartyCode),
  roles: fc.constantFrom(['desk'] as const, ['auditor'] as const),
});
const purposes = fc.option(fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme-ascii' }), { nil: undefined });

describe(sentence('I-40'), () => {
  it('a read cannot be altered, moved or left out without another link, whichever of its fields it is', () => {
    const read = { caseId, subject: 'USA-1', what: 'content', tier: 'PARTIES', personId: 'us-desk', party: 'US' };
    const said = { ...read, roles: ['desk'], purpose: 'Preparing the reply', at: 1 };
    const place = { chain: 'c', n: 1, previous: sha256('before') };
    const others = { ...said, caseId: null, party: null, purpose: null, roles: ['auditor'], at: 2 };
    const links = [
      ...Object.keys(said).map((field) => {
        const other = others[field as keyof typeof others];
        const is = said[field as keyof typeof said];
        return linkOf({ ...said, [field]: other === is ? `another ${String(is)}` : other }, place);
      }),
      ...[{ chain: 'd' }, { n: 2 }, { previous: null }].map((other) => linkOf(said, { ...place, ...other })),
      linkOf(said, place),
    ];
    expect(new Set(links).size).toBe(links.length);
  });

  it(
    'everything handed out that is not public is logged, and nothing public, with who read it, at ' +
      'which tier and for what; what fewer than the parties read is handed out with a purpose only',
    async () => {
      await fc.assert(
        fc.asyncProperty(handed, callers, purposes, async (seen, caller, purpose) => {
          const narrow = seen.some(({ tier }) => ['DELIBERATION', 'FILER', 'DESKS'].includes(tier));
          if (narrow && purpose === undefined) {
            await expect(loggedBy(seen, caller, purpose)).rejects.toMatchObject({ kind: { code: 'purpose-missing' } });
            return;
          }
          const [logged] = await loggedBy(seen, caller, purpose);
          expect(logged?.handed ?? []).toEqual(seen.filter(({ tier }) => tier !== 'PUBLIC'));
          expect(logged?.by).toEqual({ caller, purpose: purpose ?? null, at: now });
        }),
      );
    },
  );

  it('each finding about the log of reads is on record once, and that it holds again, for anybody', () => {
    const places = fc.array(fc.constantFrom(null, 'a'.repeat(64), 'b'.repeat(64)), { maxLength: 8 });
    fc.assert(
      fc.property(places, (checks) => {
        const faults = { altered: 0, gone: 2, relinked: 0, unlinked: 1 };
        let before: string | null = null;
        const told: (string | null)[] = [];
        for (const found of checks) {
          const decision = checkedReadsDecider.decide({ ...faults, places: found, at: now }, before);
          if (decision.kind !== 'accepted') throw new Error('no check is refused');
          for (const event of decision.events) {
            before = checkedReadsDecider.evolve(before, event);
            told.push(before);
            expect(event.tier).toBe('PUBLIC');
            if (event.type === 'ReadsFoundDamaged') expect(event.data).toMatchObject({ ...faults, found: 3 });
          }
        }
        expect(told).toEqual(checks.filter((found, at) => found !== (checks[at - 1] ?? null)));
      }),
    );
  });

  it('a purpose that cannot be kept is refused, and nothing is read', async () => {
    await expect(
      loggedBy([{ subject: 'USA-1', what: 'content', tier: 'PARTIES' }], { kind: 'public' }, 'x'.repeat(201)),
    ).rejects.toThrow();
  });
});
