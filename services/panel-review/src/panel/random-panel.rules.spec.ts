import fc from 'fast-check';
import { fold } from '@parley/kernel';
import { hasCoChairs, hasParity, mayMove, outcomeOf, ruleSetOf } from '@parley/procedure';
import { isSettled, isWhole, seatedMembers } from '../composition/draw-seat.rules';
import { findingsOf } from '../findings/make-findings.rules';
import { requestClockId } from '../information/information.rules';
import { regionStateOf, stoppedAt } from './panel-state.rules';
import { CN, decider, expire, person, US } from './panel-story.fixture';
import { dice, indexOf, inMany, parties, tracks } from './random-histories.fixture';
import { begun, leftAlone, mirrored, opened, panelThen, play, send } from './random-panel.fixture';

describe('in every history of a panel', () => {
  it('it is convened, and restored, only with equal numbers of at least one each (I-01)', () => {
    inMany((world) => {
      for (const index of indexOf(world, 'PanelConvened', 'ParityRestored')) {
        const state = world.steps[index]?.after;
        expect(state?.status === 'opened' && hasParity(seatedMembers(state))).toBe(true);
      }
    });
  });

  it('no vote is cast and no text signed or drafted while a member is missing (I-02)', () => {
    inMany((world) => {
      for (const index of indexOf(world, 'VotingTimeEnded')) {
        const before = world.steps[index]?.before;
        // From the interim text on a seat for which nobody is left stays empty, and the findings are made (I-68).
        const leftEmpty = world.events
          .slice(0, index)
          .flatMap((event) => (event.type === 'SeatLeftEmpty' ? [event.data.seat] : []));
        const whole =
          before?.status === 'opened' && before.seats.every((seat) => isSettled(seat) || leftEmpty.includes(seat.id));
        expect(whole).toBe(true);
      }
      for (const act of world.votes.filter(({ type }) =>
        ['VoteCast', 'VoteChanged', 'InterimDrafted', 'InterimSigned'].includes(type),
      )) {
        const then = panelThen(world, act.occurredAt);
        expect(then.status === 'opened' && isWhole(then)).toBe(true);
      }
    });
  });

  it('the co-chairs are two members, one of each side, while it is whole (I-03)', () => {
    inMany((world) => {
      for (const state of world.states.filter(isWhole))
        expect(hasCoChairs(seatedMembers(state), state.convening?.coChairs ?? [])).toBe(true);
    });
  });

  it('nobody is seated before a disclosure that came after the choice of that member (I-08)', () => {
    inMany((world) => {
      for (const { seats } of world.states) {
        for (const { occupancy } of seats)
          if (occupancy.stage === 'settled')
            expect(occupancy.disclosure.madeAt >= occupancy.member.chosenAt).toBe(true);
      }
    });
  });

  it('no challenge is decided by its member, nor by one person for both sides (I-10, I-05)', () => {
    inMany((world) => {
      for (const { member, signatures } of opened(world).challenges) {
        const signers = signatures.map(({ coHead }) => coHead);
        expect(signers).not.toContain(member);
        expect(new Set(signers).size).toBe(signatures.length);
      }
    });
  });

  it('silence leads to findings, to the end of the roster, or to the long-stop, and nowhere else (I-17)', () => {
    inMany((world) => {
      const { stage, running, longStop } = opened(leftAlone(world));
      // What is confidential can be marked for some days behind the findings, also past the long-stop (I-75).
      const waits = Object.values(running).filter(({ clock, dueAt }) => clock !== 'marking' && dueAt >= longStop);
      expect([stage.name, waits.length > 0]).toEqual([
        stage.name,
        stage.name !== 'issued' && stage.name !== 'impossible',
      ]);
    });
  });

  it('the countries swapped give the mirror image (I-07)', () => {
    fc.assert(
      fc.property(tracks, dice, (track, thrown) => {
        const world = play(begun(parties, track), thrown);
        const swapped = play(begun({ complainant: US, respondent: CN }, track), thrown);
        expect(mirrored(swapped.events, parties)).toEqual(mirrored(mirrored(world.events, parties), parties));
      }),
      { numRuns: 60 },
    );
  });

  it('the panel moves along the declared graph only, and so does every seat (I-26)', () => {
    const { graphs } = ruleSetOf('2026-1');
    inMany((world) => {
      for (const [index, state] of world.stood.slice(1).entries()) {
        const before = world.stood[index];
        if (!before) continue;
        const [from, to] = [regionStateOf(before), regionStateOf(state)];
        expect([from, to, from === to || mayMove(graphs, 'panel', from, to)]).toEqual([from, to, true]);
        if (before.status === 'unopened' || state.status === 'unopened') continue;
        for (const { id, occupancy } of before.seats) {
          const [was, is] = [occupancy.stage, state.seats.find((seat) => seat.id === id)?.occupancy.stage ?? 'vacant'];
          expect([id, was, is, was === is || mayMove(graphs, 'seat', was, is)]).toEqual([id, was, is, true]);
        }
      }
    }, 60);
  });

  it('a default takes effect as of its expiry, once, however late it is decided (I-18)', () => {
    fc.assert(
      fc.property(dice, fc.nat(20), (thrown, pick) => {
        const world = play(begun(parties), thrown);
        const ids = Object.keys(opened(world).running);
        const id = ids[pick % Math.max(ids.length, 1)];
        if (id === undefined) return;
        const due = opened(world).running[id]?.dueAt;
        const once = send(world, expire(id));
        const added = once.events.slice(world.events.length);
        expect(added.every(({ occurredAt }) => occurredAt === due)).toBe(true);
        const running = opened(once).running[id];
        if (!running || running.dueAt === due)
          expect(send(once, expire(id)).events.length - once.events.length).toBe(running ? added.length : 0);
      }),
      { numRuns: 80 },
    );
  });

  it('an act that came before the expiry wins over the default, which then changes nothing (I-19)', () => {
    inMany((world) => {
      const state = opened(world);
      if (state.suspendedAt !== null || state.screeningEnd) return;
      for (const { occupancy, number, side } of state.seats) {
        if (occupancy.stage !== 'awaiting-disclosure') continue;
        const id = `disclosure:${state.parties[side]}:${String(number)}`;
        const due = state.running[id]?.dueAt;
        if (due === undefined || due >= state.longStop) continue;
        const lastMoment = new Date(Date.parse(due) - 1).toISOString() as typeof due;
        const act = {
          type: 'MakeDisclosure',
          by: occupancy.member.personId,
          party: null,
          receivedAt: lastMoment,
          statement: [],
        } as const;
        const done = send(world, act);
        expect(opened(done).seats.find((seat) => seat.side === side && seat.number === number)?.occupancy.stage).toBe(
          'open-to-challenge',
        );
        expect(send(done, expire(id)).events).toEqual(done.events);
        expect(decider.decide({ command: { ...act, receivedAt: due }, told: world.told }, world.own)).toMatchObject({
          kind: 'refused',
        });
      }
    });
  });

  it('a change of track ends no limit earlier and starts none again that was there before (I-25)', () => {
    inMany((world) => {
      for (const index of indexOf(world, 'TrackTaken')) {
        const known = new Set(world.events.slice(0, index).flatMap(({ data }) => data.opens.map(({ id }) => id)));
        const before = world.steps[index]?.before;
        const running = before?.status === 'opened' ? before.running : {};
        for (const { id, dueAt } of world.events[index]?.data.opens ?? []) {
          expect([id, known.has(id)]).toEqual([id, running[id] !== undefined]);
          expect(dueAt > (running[id]?.dueAt ?? '')).toBe(true);
        }
      }
    });
  });

  it('nothing happens of itself, and no act is taken, while the screening stands still', () => {
    inMany((world) => {
      for (const [index, { type, occurredAt }] of world.events.entries()) {
        const before = world.steps[index]?.before;
        // Nothing holds up what was decided before (I-68).
        const since = before?.status === 'opened' && stoppedAt(before) !== undefined ? before.suspendedAt : null;
        if (since !== null && type !== 'ClocksStoodStill' && type !== 'TrackTaken')
          expect([type, occurredAt < since]).toEqual([type, true]);
      }
    });
  });

  it('a standstill takes nothing of what was left of a limit, and a withdrawn claim is in no finding (I-30)', () => {
    inMany(({ events, steps }) => {
      for (const [index, event] of events.entries()) {
        const before = steps[index]?.before;
        if (before?.status !== 'opened') continue;
        const { running, withdrawnClaims } = before;
        if (event.type === 'ClocksWentOn') {
          expect(event.data.opens.every(({ id, dueAt }) => dueAt >= (running[id]?.dueAt ?? ''))).toBe(true);
        }
        if (event.type === 'FindingsWritten')
          expect(event.data.findings.filter(({ claimId }) => withdrawnClaims.includes(claimId))).toEqual([]);
      }
    });
  });

  it(
    'an extension comes before the expiry, moves its deadline later, and is given once for each ' +
      'time that it runs (I-20)',
    () => {
      inMany((world) => {
        for (const index of indexOf(world, 'DeadlineExtended')) {
          const before = world.steps[index]?.before;
          const [extended] = world.events[index]?.data.opens ?? [];
          const running = before?.status === 'opened' ? before.running[extended?.id ?? ''] : undefined;
          expect([
            (world.events[index]?.occurredAt ?? '') < (running?.dueAt ?? ''),
            (extended?.dueAt ?? '') > (running?.dueAt ?? ''),
          ]).toEqual([true, true]);
          expect(extended?.changes.filter(({ kind }) => kind === 'extension')).toHaveLength(1);
        }
      });
    },
  );

  it(
    'what is laid before the panel is read by both parties, rests on what both have, and is open to the ' +
      'other’s word (I-15, I-65)',
    () => {
      inMany((world) => {
        for (const index of indexOf(
          world,
          'InformationRequested',
          'InformationAnswered',
          'ThirdPartyNoteFiled',
          'ExpertReportServed',
          'MaterialCommented',
        )) {
          const event = world.events[index];
          expect(event?.tier).toBe('PANEL');
          const before = world.steps[index]?.before;
          const known = before?.status === 'opened' ? before.exhibits.map(({ number }) => number) : [];
          if (event && 'exhibits' in event.data)
            expect(event.data.exhibits.every((number) => known.includes(number))).toBe(true);
        }
        for (const { party, comments } of opened(world).materials) {
          const sides = comments.map((comment) => comment.party);
          expect(sides).not.toContain(party);
          expect(new Set(sides).size).toBe(sides.length);
        }
      });
    },
  );

  it(
    'no request is left awaited with no clock running for it, unless the findings were made first, ' +
      'nor told unanswered twice',
    () => {
      inMany((world) => {
        const { requests, stage, running } = opened(leftAlone(world));
        const made = ['issued', 'certifying', 'impossible'].includes(stage.name);
        const awaited = requests.filter(({ outcome }) => outcome === 'awaited');
        expect(awaited.filter((request) => !made && running[requestClockId(request)] === undefined)).toEqual([]);
        const notGiven = world.events.flatMap((event) =>
          event.type === 'InformationNotGiven' ? event.data.requestId : [],
        );
        expect(new Set(notGiven).size).toBe(notGiven.length);
      });
    },
  );

  it('an event replayed from nothing gives the very state that was reached (I-36)', () => {
    inMany(({ events, own }) => expect(fold(decider, events)).toEqual(own), 40);
  });
});

describe('an outcome other than "not agreed"', () => {
  it('needs a majority of the seated members with at least one of each side (I-12)', () => {
    const seated = [
      { member: 'cn-1', nominatedBy: 'complainant' },
      { member: 'cn-2', nominatedBy: 'complainant' },
      { member: 'us-1', nominatedBy: 'respondent' },
      { member: 'us-2', nominatedBy: 'respondent' },
    ] as const;
    const ballot = fc.constantFrom('substantiated', 'not-substantiated', 'abstain', null);
    fc.assert(
      fc.property(fc.tuple(ballot, ballot, ballot, ballot), (on) => {
        const votes = seated.flatMap(({ member }, index) => {
          const choice = on[index] ?? null;
          return choice === null ? [] : [{ claimId: 'C1', member: person(member), on: choice, attributed: false }];
        });
        const none = { objectionVotes: [], reasons: [], statements: [] };
        const closed = { closedAt: '' as never, closedBy: 'time', seats: 4, seated, votes, ...none } as const;
        const [finding] = findingsOf([{ id: 'C1', measure: 'M1', agreement: 'GATT1994', provision: '' }], [], closed);
        expect(finding?.outcome).toBe(outcomeOf(votes, seated));
        if (finding?.outcome === 'not-agreed') return;
        const carrying = seated.filter(({ member }) =>
          votes.some((vote) => vote.member === member && vote.on === finding?.outcome),
        );
        expect(carrying.length).toBeGreaterThan(2);
        expect(new Set(carrying.map(({ nominatedBy }) => nominatedBy)).size).toBe(2);
      }),
    );
  });
});

it('chance reaches every stage of a panel', () => {
  const reached = new Set<string>();
  for (const thrown of fc.sample(dice, { numRuns: 150, seed: 7 }))
    for (const state of play(begun(parties), thrown).states) reached.add(state.stage.name);
  expect([...reached].toSorted()).toEqual([
    'certifying',
    'composed',
    'composing',
    'deciding',
    'impossible',
    'interim-comments',
    'issued',
    'reviewing',
  ]);
});
