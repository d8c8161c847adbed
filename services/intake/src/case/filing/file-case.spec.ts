import { commandIdOf, InMemoryEventStore, sha256, type CommandContext, type CommandOutcome } from '@parley/event-store';
import { canonicalJson, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import { memorySigner } from '@parley/auth';
import { currentRuleSet } from '@parley/procedure';
import fc from 'fast-check';
import { clocksOf, grievance, parties } from '../case-story.fixture';
import type { CaseState } from '../case-commands.rules';
import { Cases } from '../../repositories';
import type { ContactBook } from '../../registry/persons/contact-book';
import { FileCaseHandler, type IncomingFiling } from './file-case';

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
      { against: () => Promise.resolve([]) },
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
