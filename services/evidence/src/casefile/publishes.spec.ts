import { evidence, told } from '@parley/contracts';
import { handleCommand, InMemoryEventStore, sha256, streamName, type RecordedEvent } from '@parley/event-store';
import type { CommandId } from '@parley/kernel';
import { decider, digestOf, exhibit, filed, handOver, now, officer, publicVersion } from './evidence-story.fixture';
import type { EvidenceCommand } from '../exhibits/exhibit-commands.rules';
import { publishes } from './evidence.tells';

/** Decides commands in turn in a case that was filed, and gives what is recorded. */
async function recorded(...commands: readonly EvidenceCommand[]): Promise<readonly RecordedEvent[]> {
  const store = new InMemoryEventStore({ clock: { now: () => now } });
  const stream = streamName('evidence.exhibits', '4f');
  for (const [index, command] of commands.entries()) {
    const commandId = `c${index}` as CommandId;
    const cause = { kind: 'command', id: commandId, bodyDigest: sha256('x') } as const;
    const actor =
      command.type === 'NoteDamage'
        ? ({ kind: 'system', process: 'reading' } as const)
        : ({ kind: 'person', personId: officer, role: 'desk', party: null } as const);
    await handleCommand(
      store,
      decider,
      stream,
      { command, told: filed.told },
      { commandId, cause, actor, ruleSetVersion: '2026-1' },
    );
  }
  return store.read(stream);
}

describe('what is told of the evidence', () => {
  it('is each exhibit at its tier, its custody likewise, and a public version to everybody', async () => {
    const events = (
      await recorded(
        exhibit('u1', { tier: 'PANEL', claims: ['C1'] }),
        publicVersion('USA-1'),
        handOver('USA-1', 'Registry', 'Vault'),
      )
    )
      .flatMap(publishes)
      .filter((event) => told(event, evidence.ClocksMovedSchema) === undefined);
    expect(events.map(({ tier, subject }) => [tier, subject])).toEqual([
      ['PANEL', '4f'],
      ['PUBLIC', '4f'],
      ['PANEL', '4f'],
    ]);
    expect(told(events[0]!, evidence.ExhibitAcceptedSchema)).toMatchObject({
      caseId: '4f',
      exhibitNumber: 'USA-1',
      party: 'US',
      fileName: 'tariff-notice.pdf',
      sizeBytes: 1_000n,
      digest: digestOf('a'),
      tier: 'PANEL',
      claimIds: ['C1'],
      acceptedAt: now,
      custody: [{ from: 'Desk of the United States', to: 'Registry', at: now, purpose: 'Filing' }],
    });
    expect(told(events[1]!, evidence.PublicVersionFiledSchema)).toMatchObject({
      exhibitNumber: 'USA-1',
      digest: digestOf('b'),
      reason: 'business-confidential',
    });
    expect(told(events[2]!, evidence.CustodyHandedOverSchema)).toMatchObject({
      exhibitNumber: 'USA-1',
      entry: { from: 'Registry', to: 'Vault' },
    });
  });

  it('is nothing of damage', async () => {
    const damage = { type: 'NoteDamage', number: 'USA-1', copy: 'original', found: 'missing', at: now } as const;
    const events = await recorded(exhibit('u1'), damage);
    expect(events.map(({ type }) => type)).toEqual(['ExhibitAccepted', 'ExhibitFoundCorrupt']);
    expect(events.flatMap(publishes).map(({ type }) => type.split('.').at(-1))).toEqual([
      'ExhibitAccepted',
      'ClocksMoved',
    ]);
  });

  it('is every clock that an event starts, to both parties (I-06)', async () => {
    const [moved] = (await recorded(exhibit('u1')))
      .flatMap(publishes)
      .flatMap((event) => (told(event, evidence.ClocksMovedSchema) ? [event] : []));
    expect(moved?.tier).toBe('PARTIES');
    expect(moved && told(moved, evidence.ClocksMovedSchema)).toMatchObject({
      caseId: '4f',
      event: 'ExhibitAccepted',
      opens: [{ clock: 'translation' }],
      closes: [],
    });
  });
});
