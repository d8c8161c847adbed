import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TOLD, toldOf } from './told-in-topics';

const PROTO = path.join(__dirname, '../../../proto/parley');
const CONTRACTS = {
  intake: 'intake/v1/intake.proto',
  evidence: 'evidence/v1/evidence.proto',
  panelreview: 'panelreview/v1/panel_review.proto',
  referral: 'referral/v1/referral.proto',
};

/** Names of the messages of a contract that are about a case. */
const aboutCases = (contract: string): readonly string[] =>
  [...readFileSync(path.join(PROTO, contract), 'utf8').matchAll(/^message (\w+) \{(.*?)^\}/gms)].flatMap(
    ([, name = '', fields = '']) => (/\bcase_id = /.test(fields) ? [name] : []),
  );

/**
 * Messages about streams that are not a case's own: hotline requests, watch lists, rosters, crisis teams, a party's
 * delegations and keys, registers.
 */
const OF_OTHER_STREAMS: readonly string[] = [
  'HotlineRecorded',
  'WatchListRecorded',
  'RosterCounted',
  'CrisisTeamNeeded',
  'CrisisDrawsOpened',
  'CrisisTeamDrawn',
  'DelegationChanged',
  'PartyKeyRecorded',
  'CalendarAnnounced',
  'OutageDeclared',
  'OutageAnnulled',
  'RuleSetAdopted',
  'SigningKeyTaken',
];
/** The message that is told with every event that moves a clock. */
const WITH_EVERY_MOVE = 'ClocksMoved';
/** The message that is told of an act where nothing else is. */
const OF_AN_ACT = 'PersonActed';

/** Everything that an event of a case may open, close or say, so that it makes its context tell all that it can. */
const payload = {
  opens: [
    { id: 'reply', clock: 'nomination', changes: ['one'] },
    { id: 'long-stop', clock: 'long-stop', changes: [] },
  ],
  closes: [],
  removed: [{ member: 'US-PANEL-1' }],
  personId: 'expert',
};

describe('what is told in topics', () => {
  it.each(Object.entries(CONTRACTS))('of %s is every event of a case that its contract has', (context, contract) => {
    const told = Object.keys(TOLD[context] ?? {}).flatMap((type) =>
      toldOf({
        stream: `${context}.case-1`,
        type,
        payload,
        eventId: '',
        revision: 0,
        actor: { kind: 'system' },
        occurredAt: '',
        recordedAt: '',
        cause: { kind: 'timer', id: '' },
        tier: 'PUBLIC',
        commitment: '',
      }),
    );
    const expected = aboutCases(contract).filter(
      (name) => ![...OF_OTHER_STREAMS, WITH_EVERY_MOVE, OF_AN_ACT].includes(name),
    );
    expect(expected.length).toBeGreaterThan(5);
    expect([...new Set(told)].filter((name) => name !== WITH_EVERY_MOVE).toSorted()).toEqual(expected.toSorted());
  });
});
