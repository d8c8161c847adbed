import { create, toBinary } from '@bufbuild/protobuf';
import { intake } from '@parley/contracts';
import type { CommandId, Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { ToldDelegation } from '@parley/auth';
import { hearsDelegations } from './hears-delegations';

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
      scope: 'desk',
      from,
      endsAt,
    }),
  ),
});

describe('what a service hears of who speaks for a party', () => {
  const noted: ToldDelegation[] = [];
  const reaction = hearsDelegations({ note: (delegation) => Promise.resolve(void noted.push(delegation)) });
  const commandId = 'c1' as CommandId;

  it('is written down, with the end where there is one', async () => {
    for (const event of [changed(''), changed('2025-03-01T00:00:00.000Z')]) {
      expect(reaction.concerns?.(event)).toBe(true);
      await reaction.answer(event, commandId);
    }
    expect(noted).toMatchObject([
      { party: 'US', personId: 'p1', scope: 'desk', delegationId: 'd1', from: at, endsAt: null },
      { endsAt: '2025-03-01T00:00:00.000Z' },
    ]);
  });

  it('is nothing of all else', () => {
    const other = { ...changed(''), type: 'parley.intake.v1.ReplyLapsed', data: new Uint8Array() };
    expect(reaction.concerns?.(other)).toBe(false);
  });

  it('is parked when it names no instant', async () => {
    await expect(reaction.answer(changed('', 'soon'), commandId)).rejects.toThrow('no instant: soon');
  });
});
