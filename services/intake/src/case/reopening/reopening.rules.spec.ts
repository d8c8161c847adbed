import { given } from '@parley/testing';
import fc from 'fast-check';
import type { CaseCommand, RegisteredCase } from '../case-commands.rules';
import {
  at,
  complainant,
  decider,
  expire,
  filing,
  registered,
  registry,
  reply,
  respondent,
} from '../case-story.fixture';
import {
  complexTrack,
  extension,
  propose,
  reopening,
  resumption,
  sign,
  suspension,
} from '../consent/consent-story.fixture';

const story = given(decider).when(...registered);
const withdrawal: CaseCommand = { type: 'WithdrawGrievance', ...complainant('2025-02-10T10:00:00+01:00') };
const withdrawn = story.when(withdrawal);
const reopened = withdrawn.when(
  propose(reopening, '2025-05-05T10:00:00+02:00'),
  sign(reopening, '2025-05-06T10:00:00+02:00'),
);

describe('an ended screening', () => {
  it('is reopened by both parties and goes on where it stood, with what was left of its clocks (I-26)', () => {
    expect(reopened.recorded).toEqual(['ProposalSigned', 'ScreeningReopened']);
    expect(reopened.state).toMatchObject({
      status: 'registered',
      exchange: { stage: 'awaiting-reply' },
      running: { reply: { firstDate: '2025-02-21', dueDate: '2025-05-19' }, 'long-stop': { firstDate: '2025-07-07' } },
    });
    expect(reopened.when(reply('2025-05-07T10:00:00Z')).recorded).toEqual(['ReplyFiled']);
  });

  it('that had lapsed gets a long-stop anew, so that it ends whatever happens (I-17)', () => {
    const lapsed = story.when(expire('reply'), expire('consultations'), expire('long-stop'));
    const again = lapsed.when(
      propose(reopening, '2025-09-01T10:00:00+02:00'),
      sign(reopening, '2025-09-01T11:00:00+02:00'),
    );
    expect(again.state).toMatchObject({
      status: 'registered',
      registration: { longStop: '2026-01-30T16:00:00.000Z' },
      running: { 'long-stop': { trigger: { event: 'ScreeningReopened' } } },
    });
    expect(again.when(expire('long-stop')).state).toMatchObject({ status: 'ended', outcome: 'lapsed' });
  });

  it('that lapsed in its suspension goes on with what was left when it was suspended', () => {
    const lapsed = story.when(
      propose(suspension(), '2025-02-10T10:00:00+01:00'),
      sign(suspension(), '2025-02-10T10:00:00+01:00'),
      expire('suspension'),
    );
    const again = lapsed.when(
      propose(reopening, '2026-03-02T10:00:00+01:00'),
      sign(reopening, '2026-03-03T10:00:00+01:00', { n: 2 }),
    );
    expect((again.state as RegisteredCase).running['reply']).toMatchObject({
      firstDate: '2025-02-21',
      changes: [{ standStill: { fromDay: '2025-02-10', toDay: '2026-03-03' } }],
    });
  });

  it('is not ended again, once it is reopened, by what came before its end, heard of late or once more', () => {
    const before = { at: at('2025-02-10T08:59:59Z'), eventId: 'e' };
    const overtaken: readonly CaseCommand[] = [
      { type: 'NotePanelOutcome', outcome: 'findings', ...before },
      { type: 'NoteSettlement', ...before },
    ];
    for (const command of overtaken) {
      expect(withdrawn.when(command).recorded).toEqual(['LapseSetAside', 'ScreeningEnded']);
      expect(reopened.when(command).recorded).toEqual([]);
      expect(reopened.when({ ...command, at: at('2025-05-07T10:00:00Z') } as CaseCommand).recorded).toEqual([
        'ScreeningEnded',
      ]);
    }
  });

  it('with findings is final, and one that was never registered is filed again', () => {
    const issued = story.when({
      type: 'NotePanelOutcome',
      outcome: 'findings',
      at: at('2025-02-10T10:00:00Z'),
      eventId: 'e',
    });
    expect(issued.refusalOf(propose(reopening, '2025-05-05T10:00:00Z'))).toBe('outcome-is-final');
    const closed = given(decider).when(
      filing('2025-02-04T10:00:00+01:00', { remedy: [] }),
      expire('completeness'),
      expire('cure'),
    );
    expect(closed.refusalOf(propose(reopening, '2025-05-05T10:00:00Z'))).toBe('ended-before-registration');
  });

  it('has no other way on, whatever anybody does (I-26)', () => {
    const when = fc
      .integer({ min: 0, max: 400 })
      .map((days) => new Date(Date.UTC(2025, 1, 11) + days * 86_400_000).toISOString());
    const acts = when.chain((time) =>
      fc.constantFrom<CaseCommand>(
        reply(time),
        withdrawal,
        { type: 'WithdrawClaims', ...complainant(time), claims: ['C1'] },
        { type: 'FindComplete', ...registry(time) },
        { ...filing(time), type: 'CureDeficiency' },
        { type: 'OfferCall', ...respondent(time), proposedFor: at(time) },
        { type: 'NotePanelOutcome', outcome: 'findings', at: at(time), eventId: 'e' },
        ...[extension('reply', 1), suspension(), resumption, complexTrack].map((matter) => propose(matter, time)),
        propose(reopening, time),
        sign(reopening, complainant(time)),
        sign(reopening, { ...respondent(time), by: complainant(time).by }),
        ...['reply', 'long-stop', 'proposal:1', 'suspension'].map(expire),
      ),
    );
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 20 }), (commands) => {
        let state = withdrawn.state;
        for (const command of commands) {
          const decision = decider.decide(command, state);
          if (decision.kind === 'accepted') state = decision.events.reduce(decider.evolve, state);
          expect(state.status).toBe('ended');
        }
      }),
    );
  });
});
