import { create, toBinary } from '@bufbuild/protobuf';
import { intake } from '@parley/contracts';
import type { Instant } from '@parley/kernel';
import type { Consumption, Feed, PublicEvent, Subscription } from '@parley/messaging';
import { MemoryInbox } from '@parley/messaging/testing';
import type { ToldDelegation } from '@parley/auth';
import { delegationsFeed } from './delegations-feed';

const at = '2025-02-10T09:00:00.000Z' as Instant;
const changed = (endsAt: string, from: string = at): PublicEvent => ({
  id: 'e1',
  source: '/parley/intake',
  type: intake.DelegationChangedSchema.typeName,
  subject: 'register',
  time: at,
  recordedat: at,
  sequence: 0,
  tier: 'PARTIES',
  datacontenttype: 'application/protobuf',
  data: toBinary(
    intake.DelegationChangedSchema,
    create(intake.DelegationChangedSchema, {
      caseId: 'register',
      party: 'US',
      delegationId: 'd1',
      personId: 'p1',
      from,
      endsAt,
    }),
  ),
});

describe('the feed of a service whose desks act', () => {
  const noted: ToldDelegation[] = [];
  const handed: string[] = [];
  let subscription: Subscription;
  const feed: Feed = { consume: (taken) => ((subscription = taken), {} as Consumption) };
  const note = (delegation: ToldDelegation) => Promise.resolve(void noted.push(delegation));
  delegationsFeed(feed, { note }).consume({
    contexts: ['intake'],
    group: 'g',
    signal: new AbortController().signal,
    handle: (event) => Promise.resolve(void handed.push(event.type)),
  });
  const deliver = (event: PublicEvent) => subscription.handle(event, new MemoryInbox('g'));

  it('writes down who speaks for a party, with the end where there is one, and hands that on to nobody', async () => {
    await deliver(changed(''));
    await deliver(changed('2025-03-01T00:00:00.000Z'));
    expect(noted).toMatchObject([
      { party: 'US', personId: 'p1', delegationId: 'd1', from: at, endsAt: null },
      { endsAt: '2025-03-01T00:00:00.000Z' },
    ]);
    expect(handed).toEqual([]);
  });

  it('hands on all else', async () => {
    await deliver({ ...changed(''), type: 'parley.intake.v1.ReplyLapsed', data: new Uint8Array() });
    expect(handed).toEqual(['parley.intake.v1.ReplyLapsed']);
  });

  it('parks what names no instant', async () => {
    await expect(deliver(changed('', 'soon'))).rejects.toThrow('no instant: soon');
  });
});
