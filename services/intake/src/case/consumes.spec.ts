import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { knownFrom, panelReview } from '@parley/contracts';
import { knownFromContract } from '@parley/contracts/contract';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import fc from 'fast-check';
import { takingOfRosters } from './filing/roster-names.table';
import { panelOutcomeOf, seatChangeOf, takingOfSeats, urgencyRefusalOf } from './case.hears';

const at = '2025-06-10T16:00:00.000Z' as Instant;
const event = <D extends DescMessage>(schema: D, message: MessageInitShape<D>): PublicEvent => ({
  id: 'e1',
  source: '/parley/panelreview',
  type: schema.typeName,
  subject: 'c1',
  time: at,
  recordedat: at,
  sequence: 0,
  tier: 'PUBLIC',
  datacontenttype: 'application/protobuf',
  data: toBinary(schema, create(schema, message)),
});
const fact = (kind: string, personId = 'm1') => event(panelReview.PanelFactSchema, { caseId: 'c1', kind, personId });

describe('what the intake learns from the panel', () => {
  it('is how the panel ends a screening, as of the instant in law', () => {
    expect(panelOutcomeOf(event(panelReview.FindingsIssuedSchema, { caseId: 'c1' }))).toEqual({
      type: 'NotePanelOutcome',
      outcome: 'findings',
      at,
      eventId: 'e1',
    });
    const impossible = { caseId: 'c1', lacking: ['CN', 'US'], unseated: ['US'] };
    expect(panelOutcomeOf(event(panelReview.PanelImpossibleSchema, impossible))).toMatchObject({
      outcome: 'roster-exhausted',
      sides: ['CN', 'US'],
    });
    expect(panelOutcomeOf(fact('member-nominated'))).toBeUndefined();
  });

  it('is that it does not confirm urgency, by its word or by its silence, and nothing where it does', () => {
    const decided = (verdict: string) =>
      urgencyRefusalOf(event(panelReview.UrgencyDecidedSchema, { caseId: 'c1', verdict }));
    expect(decided('refused')).toEqual({ type: 'NoteUrgencyRefused', at, kind: 'act', eventId: 'e1' });
    expect(decided('unconfirmed')).toEqual({ type: 'NoteUrgencyRefused', at, kind: 'expiry', eventId: 'e1' });
    expect([decided('confirmed'), urgencyRefusalOf(fact('member-nominated'))]).toEqual([undefined, undefined]);
  });

  it('is who is on the panel, nominated or drawn, and may read the case from then on', () => {
    expect(seatChangeOf(fact('member-nominated'))).toEqual({ change: 'joined', personId: 'm1' });
    expect(seatChangeOf(event(panelReview.MemberDrawnSchema, { caseId: 'c1', personId: 'm2' }))).toEqual({
      change: 'joined',
      personId: 'm2',
    });
  });

  it.each([
    'challenge-upheld',
    'member-recused',
    'member-removed',
    'member-replaced',
    'member-left',
    'member-set-aside',
  ])('is who reads it no more: %s', (kind) => {
    expect(seatChangeOf(fact(kind))).toEqual({ change: 'left', personId: 'm1' });
  });

  it('is nothing of a fact that is about nobody’s seat', () => {
    expect(seatChangeOf(fact('panel-opened', ''))).toBeUndefined();
    expect(seatChangeOf(fact('challenge-made'))).toBeUndefined();
  });
});

describe('who sits on a panel, by what the panel told', () => {
  const second = (seconds: number) => new Date(Date.parse(at) + seconds * 1_000).toISOString() as Instant;
  const change = fc.record({
    kind: fc.constantFrom('member-nominated', 'member-recused', 'member-removed', 'interim-final'),
    personId: fc.constantFrom('m1', 'm2'),
    id: fc.uuid(),
    seconds: fc.nat(9),
  });
  const facts = fc
    .uniqueArray(change, { selector: ({ id }) => id, maxLength: 12 })
    .map((all) =>
      all.map(({ kind, personId, id, seconds }) => ({ ...fact(kind, personId), id, recordedat: second(seconds) })),
    );

  knownFromContract(takingOfSeats, facts);

  it('is nobody who left, though something else that was told of the case cannot be read (I-43)', () => {
    const garbage = { ...fact('member-nominated', 'm2'), id: 'e2', data: Uint8Array.of(0xff) };
    const left = { ...fact('member-recused'), id: 'e3', recordedat: second(1) };
    expect(knownFrom(takingOfSeats, [garbage, fact('member-nominated'), left]).view).toEqual({
      m1: { change: 'left', personId: 'm1' },
    });
  });
});

describe('how many names count on each roster, by what the panel review told', () => {
  const count = fc.record({ side: fc.constantFrom('CN', 'US'), names: fc.nat(6), id: fc.uuid(), seconds: fc.nat(9) });
  const facts = fc.uniqueArray(count, { selector: ({ id }) => id, maxLength: 12 }).map((all) =>
    all.map(({ side, names, id, seconds }) => ({
      ...event(panelReview.RosterCountedSchema, { side, names }),
      ...{ id, recordedat: new Date(Date.parse(at) + seconds * 1_000).toISOString() as Instant },
    })),
  );

  knownFromContract(takingOfRosters, facts);
});
