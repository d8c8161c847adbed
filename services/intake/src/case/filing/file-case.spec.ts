import { commandIdOf, InMemoryEventStore, sha256, type CommandContext, type CommandOutcome } from '@parley/event-store';
import { canonicalJson, type CaseId, type Instant, type IsoDate, type PartyCode, type PersonId } from '@parley/kernel';
import { memorySigner } from '@parley/auth';
import { currentRuleSet } from '@parley/procedure';
import fc from 'fast-check';
import { clocksOf, grievance, parties } from '../case-story.fixture';
import type { CaseState } from '../case-commands.rules';
import { Cases } from '../../repositories';
import type { ContactBook } from '../../registry/persons/contact-book';
import { FileCaseHandler, type IncomingFiling } from './file-case';
import type { Grievance } from './file-grievance.rules';

const now = '2025-02-05T09:00:00.000Z' as Instant;
const actor = { kind: 'person', personId: 'cn-desk' as PersonId, role: 'desk', party: 'CN' as PartyCode } as const;
const contact = { name: 'Li Wei', reach: '+86' };

function newHandler() {
  const store = new InMemoryEventStore({ clock: { now: () => now } });
  const kept = new Set<string>();
  const contacts: ContactBook = {
    keep: (request) => {
      const isNew = !kept.has(request);
      kept.add(request);
      return Promise.resolve({ personId: request as PersonId, isNew });
    },
    forget: (...persons) => {
      for (const personId of persons) kept.delete(personId);
      return Promise.resolve();
    },
  };
  return {
    store,
    kept,
    handler: new FileCaseHandler(
      new Cases({ store, clocksOf, ruleSetVersion: currentRuleSet.version }),
      contacts,
      memorySigner(),
      { of: () => Promise.resolve({ reviewed: [], sameText: [], names: {} }) },
      { against: () => Promise.resolve([]) },
      clocksOf,
    ),
  };
}

/** A request with an idempotency key and its content. Two keys may carry the same content, and one key two contents. */
function request(
  key: number,
  content: number,
  faulty = false,
): { readonly incoming: IncomingFiling; readonly context: CommandContext } {
  const sent = { ...grievance, authority: `Instruction ${String(content)}` };
  const digest = sha256(canonicalJson(sent));
  const commandId = commandIdOf('party:CN', 'POST /v1/cases', String(key));
  return {
    incoming: {
      actor,
      receivedAt: now,
      grievance: sent,
      digest,
      certified: { digest: faulty ? sha256('another') : digest },
      contact,
    },
    context: {
      commandId,
      cause: { kind: 'command', id: commandId, bodyDigest: sha256(`${String(content)}${String(faulty)}`) },
      actor,
      ruleSetVersion: currentRuleSet.version,
    },
  };
}

const receiptOf = (outcome: CommandOutcome<CaseState>): string | undefined =>
  outcome.kind === 'done' && outcome.state.status !== 'unfiled' ? outcome.state.receipt.number : undefined;

describe('filing, however often and in whatever order requests come', () => {
  it('makes one case and one receipt of each key, and refuses the key with other content (I-28)', async () => {
    const requests = fc.array(
      fc.record({ key: fc.integer({ min: 0, max: 4 }), content: fc.integer({ min: 0, max: 2 }) }),
      { minLength: 1, maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(requests, fc.boolean(), async (sent, atOnce) => {
        const { store, handler } = newHandler();
        const file = ({ key, content }: (typeof sent)[number]) => {
          const { incoming, context } = request(key, content);
          return handler.file(incoming, parties, context);
        };
        const outcomes: CommandOutcome<CaseState>[] = [];
        if (atOnce) outcomes.push(...(await Promise.all(sent.map(file))));
        else for (const one of sent) outcomes.push(await file(one));

        for (const key of new Set(sent.map((one) => one.key))) {
          const ofKey = sent.flatMap((one, index) =>
            one.key === key ? [{ content: one.content, outcome: outcomes[index] }] : [],
          );
          const done = ofKey.filter(({ outcome }) => outcome?.kind === 'done');
          expect(new Set(done.map(({ outcome }) => outcome && receiptOf(outcome))).size).toBe(1);
          expect(new Set(done.map(({ content }) => content)).size).toBe(1);
          expect(
            ofKey
              .filter(({ content }) => content !== done[0]?.content)
              .every(({ outcome }) => outcome?.kind === 'key-reused'),
          ).toBe(true);
        }
        const events = (await store.readAll({ limit: 1_000 })).events;
        expect(events.map(({ stream }) => stream).sort()).toEqual(
          [...new Set(events.map(({ stream }) => stream))].sort(),
        );
        expect(events.length).toBe(new Set(sent.map((one) => one.key)).size);
      }),
    );
  });

  it('keeps nobody’s name when it is refused, and nothing in the record', async () => {
    const { store, kept, handler } = newHandler();
    const { incoming, context } = request(1, 1, true);
    expect(await handler.file(incoming, parties, context)).toMatchObject({
      kind: 'refused',
      refused: { reason: { code: 'certification-digest-differs' } },
    });
    expect(kept.size).toBe(0);
    expect((await store.readAll({ limit: 10 })).events).toEqual([]);
  });

  it(
    'keeps nobody’s name of other content under a key that was used, or of what came ' + 'too late to a revision',
    async () => {
      const { kept, handler } = newHandler();
      const first = request(1, 1);
      await handler.file(first.incoming, parties, first.context);
      const names = [...kept];
      const other = request(1, 2);
      expect(await handler.file(other.incoming, parties, other.context)).toEqual({ kind: 'key-reused' });
      const stale = request(2, 1);
      expect(await handler.file(stale.incoming, parties, { ...stale.context, ifRevision: 5 })).toMatchObject({
        kind: 'stale',
      });
      expect([...kept]).toEqual(names);
    },
  );
});

describe('the check before filing', () => {
  const [measure, claim] = [grievance.measures[0]!, grievance.claims[0]!];
  const measures = fc.record({
    id: fc.constantFrom('M1', 'M2'),
    wtoMember: fc.constantFrom('US' as const, 'CN' as const, 'EU' as const),
    date: fc.constantFrom('2025-02-01' as IsoDate, '2025-02-06' as IsoDate),
  });
  const claims = fc.record({
    id: fc.constantFrom('C1', 'C2'),
    measure: fc.constantFrom('M1', 'M2'),
    agreement: fc.constantFrom('GATT1994', 'GATT94', 'SCM'),
    provision: fc.constantFrom('I:1', '1.1(a)(1)', 'first'),
    claimant: fc.constantFrom('respondent' as const, undefined),
  });

  it('names exactly what the filing of the same body is refused for', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(measures, { maxLength: 2 }),
        fc.array(claims, { maxLength: 3 }),
        fc.option(fc.constant('00000000-0000-8000-8000-000000000000' as CaseId), { nil: undefined, freq: 2 }),
        async (changed, claimed, previous) => {
          const sent: Grievance = {
            ...grievance,
            measures: changed.map((change) => ({ ...measure, ...change })),
            claims: claimed.map(({ claimant, ...change }) => ({ ...claim, ...change, ...(claimant && { claimant }) })),
          };
          const digest = sha256(canonicalJson(sent));
          const incoming = { actor, receivedAt: now, grievance: sent, digest, certified: { digest }, contact };
          const beside = previous === undefined ? {} : { previous };
          const { handler } = newHandler();
          const { refused } = await handler.tried(incoming, parties, beside);
          const outcome = await handler.file(incoming, parties, request(1, 1).context, beside);
          seen.add(outcome.kind === 'refused' ? outcome.refused.reason.code : outcome.kind);
          expect(refused).toEqual(outcome.kind === 'refused' ? outcome.refused : undefined);
        },
      ),
      { numRuns: 300 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['done', 'agreement-not-listed', 'previous-not-closed']));
  });

  it('leaves nothing behind', async () => {
    const { store, kept, handler } = newHandler();
    await handler.tried(request(1, 1).incoming, parties);
    expect([(await store.readAll({ limit: 10 })).events, kept.size]).toEqual([[], 0]);
  });
});
