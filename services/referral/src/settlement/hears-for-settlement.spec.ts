import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { intake } from '@parley/contracts';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { settlementNoteOf } from '../referral/referral.hears';

const at = '2025-07-08T10:00:00.000Z' as Instant;
const longStop = { dueAt: '2025-07-09T15:00:00.000Z' };
const told = <D extends DescMessage>(schema: D, message: MessageInitShape<D>): PublicEvent => ({
  id: 'e1',
  source: '/parley/intake',
  type: schema.typeName,
  subject: 'c1',
  time: at,
  recordedat: at,
  sequence: 0,
  tier: 'PUBLIC',
  datacontenttype: 'application/protobuf',
  data: toBinary(schema, create(schema, message)),
});
const factOf = (event: PublicEvent) => settlementNoteOf(event)?.fact;

describe('what a settlement hears of the long-stop', () => {
  it.each([
    ['its extension', told(intake.LongStopExtendedSchema, { caseId: 'c1', at, longStop })],
    ['a change of track', told(intake.TrackChangedSchema, { caseId: 'c1', at, longStop })],
    [
      'an outage of the system in which it would have ended (I-61)',
      told(intake.OutageNotedSchema, { caseId: 'c1', at, longStop }),
    ],
  ])('is that %s moved it', (_, event) => {
    expect(factOf(event)).toEqual({ kind: 'long-stop-moved', longStop: longStop.dueAt });
  });

  it('is nothing where an outage moved other limits alone', () => {
    expect(factOf(told(intake.OutageNotedSchema, { caseId: 'c1', at }))).toBeUndefined();
  });
});
