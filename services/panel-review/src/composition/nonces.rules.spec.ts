import { createHash } from 'node:crypto';
import { refusalBeforeBody, type Sha256 } from '@parley/kernel';
import { CN, desk, expire, opened, openedPanel, US } from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import type { LayNonceOpen } from '../panel/panel-commands.rules';
import type { OpenedPanel } from '../panel/panel-state.rules';
import { layNonceOpen } from './nonces.rules';

const nonceOf = (party: string): string => createHash('sha256').update(party).digest('hex');
const commit = (party: typeof US, seat: string) => ({
  ...({ type: 'CommitNonce', ...desk(party, '2025-02-12T10:00:00Z'), seat, draw: 1 } as const),
  commitment: createHash('sha256')
    .update(nonceOf(`${party} ${seat}`))
    .digest('hex') as Sha256,
});
const WHEN_CALLED = '2025-02-25T10:00:00Z';
const layOpen = (party: typeof US, seat: string, draw = 1) =>
  ({ type: 'LayNonceOpen', ...desk(party, WHEN_CALLED), seat, draw, nonce: nonceOf(`${party} ${seat}`) }) as const;

const start = givenPanel().when(...opened);
const committed = start.when(commit(CN, 'respondent-1'));
const called = committed.when(expire('nomination:US:1'));

/** What stands against laying a nonce open, whichever it would be. */
const barOf = ({ state }: typeof start, party = CN, at = WHEN_CALLED) =>
  refusalBeforeBody<LayNonceOpen, OpenedPanel>(
    layNonceOpen,
    { type: 'LayNonceOpen', ...desk(party, at) },
    openedPanel(state),
  )?.reason.code;

describe('the laying open of a nonce, asked without its body', () => {
  it('may be done while a draw waits for one of this side, until that time ends', () => {
    expect(barOf(called)).toBeUndefined();
    const { dueAt } = openedPanel(called.state).running['nonces:US:1']!;
    expect(barOf(called, CN, dueAt)).toBe('nonce-out-of-time');
    // Which draw is meant counts again: this one was held at once, since nobody had added anything to it.
    expect(called.refusalOf(layOpen(CN, 'complainant-1'))).toBe('nonce-out-of-time');
    expect(called.refusalOf(layOpen(CN, 'complainant-1', 2))).toBe('nonce-not-committed');
    expect(called.refusalOf(layOpen(CN, 'respondent-1', 2))).toBe('nonce-not-committed');
    expect(called.refusalOf(layOpen(CN, 'no such seat'))).toBe('unknown-seat');
  });

  it('may not before, nor by a side that added none, nor twice: it is told why as the act is', () => {
    const open = called.when(layOpen(CN, 'respondent-1'));
    const held = called.when(expire('nonces:US:1'));
    for (const [story, party, code] of [
      [start, CN, 'nonce-not-committed'],
      [committed, CN, 'draw-not-called'],
      [called, US, 'nonce-not-committed'],
      [open, CN, 'nonce-already-laid-open'],
      [held, CN, 'nonce-out-of-time'],
      [held, US, 'nonce-not-committed'],
    ] as const) {
      expect(barOf(story, party)).toBe(code);
      for (const seat of ['respondent-1', 'complainant-1', 'no such seat'])
        for (const draw of [1, 2]) expect(story.refusalOf(layOpen(party, seat, draw))).toBe(code);
    }
  });
});
