import { given } from '@parley/testing';
import fc from 'fast-check';
import type { RegisteredCase } from '../case-commands.rules';
import { at, complainant, decider, expire, filing, registered, reply } from '../case-story.fixture';
import { extension, propose, sign } from '../consent/consent-story.fixture';

const story = given(decider).when(...registered);
const extended = (deadline: string, by: number, first = '2025-02-10T10:00:00Z', second = '2025-02-11T10:00:00Z') =>
  story.when(propose(extension(deadline, by), first), sign(extension(deadline, by), second));

describe('an extension', () => {
  it('moves the reply by consent, and shows its first date, the change and its reason (I-64)', () => {
    expect(extended('reply', 5).events.at(-1)).toMatchObject({
      type: 'DeadlineExtended',
      tier: 'PUBLIC',
      rule: 'I-20',
    });
    expect(extended('reply', 5).state).toMatchObject({
      running: { reply: { firstDate: '2025-02-21', dueDate: '2025-02-28', changes: [{ kind: 'extension', by: 5 }] } },
    });
  });

  it('lets a reply come until the new end, and the default fire there and not before', () => {
    expect(extended('reply', 5).when(reply('2025-02-28T16:59:59.999+01:00')).recorded).toEqual(['ReplyFiled']);
    expect(extended('reply', 5).when(expire('reply')).events.at(-1)).toMatchObject({
      type: 'ReplyLapsed',
      occurredAt: at('2025-02-28T17:00:00+01:00'),
    });
  });

  it('is at most as long as the stage again, and given once (I-20)', () => {
    expect(story.refusalOf(propose(extension('reply', 11), '2025-02-10T10:00:00Z'))).toBe('extension-too-long');
    expect(extended('reply', 5).refusalOf(propose(extension('reply', 1), '2025-02-12T10:00:00Z'))).toBe(
      'extension-too-long',
    );
  });

  it('is not proposed for what is no clock, whatever its name', () => {
    for (const id of ['review', 'constructor', 'toString', 'valueOf'])
      expect(story.refusalOf(propose(extension(id, 5), '2025-02-10T10:00:00Z'))).toBe('no-such-deadline');
  });

  it('takes the long-stop sixty days further at most, and findings count in time until then', () => {
    expect(story.refusalOf(propose(extension('long-stop', 61), '2025-02-10T10:00:00Z'))).toBe('extension-too-long');
    const longer = extended('long-stop', 60);
    expect(longer.state).toMatchObject({ registration: { longStop: at('2025-09-04T17:00:00+02:00') } });
    const findings = {
      type: 'NotePanelOutcome',
      outcome: 'findings',
      at: at('2025-09-04T10:00:00Z'),
      eventId: 'e',
    } as const;
    expect(longer.when(findings).state).toMatchObject({ status: 'ended', outcome: 'findings-issued' });
  });

  it('is refused for what runs in another part of the case, and for what is no deadline', () => {
    for (const id of ['translation:US:USA-1:zh-Hans', 'settlement-window', 'constructor'])
      expect(story.refusalOf(propose(extension(id, 5), '2025-02-10T10:00:00Z'))).toBe('no-such-deadline');
  });

  it('is refused for a time that was named and not counted, such as that of a call', () => {
    const offered = story.when(reply('2025-02-10T10:00:00Z'), {
      type: 'OfferCall',
      ...complainant('2025-02-11T10:00:00Z'),
      proposedFor: at('2025-02-13T10:00:00Z'),
    });
    expect(offered.decision(propose(extension('call:1', 1), '2025-02-12T10:00:00Z'))).toMatchObject({
      reason: { code: 'time-not-counted' },
      path: '/deadline',
    });
  });

  it('is between the parties as long as the case is not public', () => {
    const filed = given(decider).when(filing('2025-02-04T10:00:00+01:00', { remedy: [] }), expire('completeness'));
    const cure = extension('cure', 3);
    expect(
      filed.when(propose(cure, '2025-02-14T10:00:00Z'), sign(cure, '2025-02-14T11:00:00Z')).events.at(-1),
    ).toMatchObject({ type: 'DeadlineExtended', tier: 'PARTIES' });
  });

  it(
    'never comes after the expiry, never moves a deadline back, never by more than its clock allows, ' +
      'whoever signs when (I-20)',
    () => {
      const instant = fc.integer({ min: -3 * 86_400_000, max: 3 * 86_400_000 });
      fc.assert(
        fc.property(
          fc.constantFrom('reply', 'long-stop'),
          fc.integer({ min: 1, max: 80 }),
          instant,
          fc.nat(2 * 86_400_000),
          (id, by, around, later) => {
            const before = (story.state as RegisteredCase).running[id]!;
            const first = Date.parse(before.dueAt) + around;
            const then = (millis: number) =>
              new Date(Math.max(millis, Date.parse('2025-02-06T10:00:00Z'))).toISOString();
            const proposed = decider.decide(propose(extension(id, by), then(first)), story.state);
            const allowed =
              by <= (id === 'reply' ? 10 : 60) &&
              then(first) < before.dueAt &&
              (id === 'reply' || then(first) < at('2025-02-21T17:00:00+01:00'));
            expect(proposed.kind).toBe(allowed ? 'accepted' : 'refused');
            if (proposed.kind === 'refused') return;
            const state = proposed.events.reduce(decider.evolve, story.state);
            const signed = decider.decide(sign(extension(id, by), then(first + later)), state);
            if (signed.kind === 'refused') return;
            expect(then(first + later) < before.dueAt).toBe(true);
            const after = (signed.events.reduce(decider.evolve, state) as RegisteredCase).running[id]!;
            expect(after.dueAt > before.dueAt).toBe(true);
          },
        ),
      );
    },
  );
});
