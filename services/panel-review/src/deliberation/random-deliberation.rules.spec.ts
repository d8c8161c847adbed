import { panelReview, told } from '@parley/contracts';
import { encodePayload, type RecordedEvent } from '@parley/event-store';
import type { DomainEvent } from '@parley/kernel';
import { publishes } from '../panel/panel.tells';
import { seatOf } from '../composition/draw-seat.rules';
import { caseId } from '../panel/panel-story.fixture';
import { inMany, indexOf } from '../panel/random-histories.fixture';
import { opened, panelThen } from '../panel/random-panel.fixture';

const recorded = (category: string, { type, occurredAt, rule, tier, data }: DomainEvent): RecordedEvent =>
  ({
    ...{
      eventId: 'e1',
      actor: { kind: 'person', personId: 'us-1', role: 'panel', party: 'US' },
      stream: `panelreview.${category}-${caseId}`,
      position: '1',
      contentType: 'application/json',
      facts: [],
      sealing: null,
    },
    ...{ type, occurredAt, recordedAt: occurredAt, rule, tier, payload: encodePayload(data) },
  }) as unknown as RecordedEvent;

describe('in every deliberation', () => {
  it('nobody votes, signs, or says a word who is not seated or has an undecided challenge (I-08, I-09)', () => {
    inMany((world) => {
      for (const { data, occurredAt } of world.votes) {
        const who = 'member' in data ? data.member : 'by' in data ? data.by : undefined;
        const panel = panelThen(world, occurredAt);
        if (who === undefined || panel.status === 'unopened') continue;
        expect(seatOf(panel, who)?.occupancy.stage).toBe('settled');
      }
    });
  });

  it(
    'a vote is cast once per question, each change is an event of its own, and after ' + 'closing there is none (I-11)',
    () => {
      inMany(({ votes }) => {
        const cast = new Set<string>();
        let closed = false;
        for (const { type, data } of votes) {
          if (type === 'DeliberationClosed') closed = true;
          if (type === 'SayingsSetAside')
            [...cast]
              .filter((vote) => data.claimIds.some((id) => vote.startsWith(`${id} `)))
              .forEach((vote) => cast.delete(vote));
          if (type !== 'VoteCast' && type !== 'VoteChanged') continue;
          expect([closed, cast.has(`${data.claimId} ${data.member}`)]).toEqual([false, type === 'VoteChanged']);
          cast.add(`${data.claimId} ${data.member}`);
        }
      });
    },
  );

  it(
    'a claim that is not agreed carries each side’s statement, or that none was given, and no ' +
      'other claim does (I-13)',
    () => {
      inMany(({ events }) => {
        for (const event of events) {
          if (event.type !== 'FindingsWritten') continue;
          for (const { outcome, statements } of event.data.findings) {
            expect(statements === null ? null : Object.keys(statements)).toEqual(
              outcome === 'not-agreed' ? ['complainant', 'respondent'] : null,
            );
          }
        }
      });
    },
  );

  it(
    'nobody outside is told of it, and of a vote only what its member chose to show, once the ' +
      'findings are issued (I-14)',
    () => {
      inMany(({ events, votes }) => {
        expect(votes.flatMap((event) => publishes(recorded('deliberation', event)))).toEqual([]);
        for (const event of events) {
          const messages = publishes(recorded('panel', event));
          if (event.type === 'FindingsWritten') expect(messages).toEqual([]);
        }
      });
    },
  );
});

describe('in every history of a panel', () => {
  it(
    'what starts, moves or ends a clock is told to both parties in one message, of the ' +
      'instant of the event (I-06)',
    () => {
      inMany(({ events }) => {
        for (const event of events) {
          const { opens, closes } = event.data;
          const moved = publishes(recorded('panel', event)).filter((message) =>
            told(message, panelReview.ClocksMovedSchema),
          );
          // A proposal to move a clock touches none yet, but the other side has to know that it may sign.
          const touches =
            event.type === 'ExtensionProposed' || (opens.length + closes.length > 0 && event.tier !== 'DELIBERATION');
          expect(moved.map(({ tier, time }) => [tier, time])).toEqual(touches ? [['PARTIES', event.occurredAt]] : []);
        }
      }, 40);
    },
  );

  it(
    'an act of the co-heads takes effect with one signature of each side over one digest, ' +
      'or by its default (I-04)',
    () => {
      inMany((world) => {
        for (const { outcome, signatures, madeAt } of opened(world).challenges) {
          if (!outcome) continue;
          const [one, other] = signatures.filter(({ verdict }) => verdict === outcome.verdict);
          if (outcome.by === 'both-signatures')
            expect([one?.digest === other?.digest, one?.party !== other?.party, one?.coHead !== other?.coHead]).toEqual(
              [true, true, true],
            );
          else
            expect([outcome.verdict, outcome.at > madeAt, outcome.missing.length + signatures.length >= 1]).toEqual([
              'not-upheld',
              true,
              true,
            ]);
        }
        for (const index of indexOf(world, 'FindingsIssued')) {
          const event = world.events[index];
          if (event?.type !== 'FindingsIssued') continue;
          const { certifications, digest, issue } = event.data;
          expect(certifications.every((signed) => signed.digest === digest)).toBe(true);
          if (issue.by === 'both-signatures') expect(new Set(certifications.map(({ party }) => party)).size).toBe(2);
          else expect(issue.missing.length).toBeGreaterThan(0);
        }
      });
    },
  );

  it('nobody who is or was on the panel acts in another capacity, nor the other way round (I-05)', () => {
    inMany((world) => {
      const { everSeated, capacities } = opened(world);
      expect(everSeated.filter((person) => (capacities[person] ?? 'panel') !== 'panel')).toEqual([]);
    });
  });
});
