import { accept, type Decision, type Instant } from '@parley/kernel';
import type { Clocks, Happening } from '@parley/procedure';
import { occupantOf } from '../composition/draw-seat.rules';
import type { RecordInterim } from '../panel/panel-commands.rules';
import { isPast, screeningOver, type OpenedPanel, type OpenedPanelEvent } from '../panel/panel-state.rules';
import { findingsClock } from '../tracks/tracks.rules';
import { termsClosing } from '../terms/set-terms.rules';
import { evidenceClosing, restsOnStruck } from './evidence-time.rules';
import type { InterimIssued, InterimMissing, InterimText, LaidDownText } from './review.rules';

/**
 * S8: the text on which the co-chairs agreed in deliberation goes to the parties, and the time for their comments
 * starts.
 */
export function recordInterim(
  { at, text, exhibits, digest }: RecordInterim,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<OpenedPanelEvent> {
  if (state.stage.name !== 'reviewing' || screeningOver(state, at) || isPast(state, 'review', at)) return accept();
  return accept<OpenedPanelEvent>(
    ...termsClosing(at, state),
    ...evidenceClosing({ event: 'EvidenceClosed', at }, state, clocks),
    issued([{ text, exhibits, digest, laidDownBy: null }], { at }, clocks),
  );
}

/**
 * The review ended and the co-chairs had not agreed on one text: what each laid down goes to the parties, so that
 * neither co-chair can hold the text of the other up (S8). A text that rests on what was struck since is not among them
 * (I-70). Where neither laid anything down that is recorded, and the time for findings starts at once.
 */
export function interimByDefault(
  expiry: Instant,
  laidDown: readonly LaidDownText[],
  state: OpenedPanel,
  clocks: Clocks,
): Decision<OpenedPanelEvent> {
  const closing = [
    ...termsClosing(expiry, state),
    ...evidenceClosing({ event: 'EvidenceClosed', at: expiry, kind: 'expiry' }, state, clocks),
  ];
  const texts = state.seats
    .filter(({ occupancy }) => occupancy.stage === 'settled')
    .flatMap((seat) => {
      const chair = state.convening?.coChairs.find((each) => occupantOf(seat)?.personId === each);
      const own = laidDown.find(({ by, exhibits }) => by === chair && !restsOnStruck(exhibits, state));
      return own ? [{ ...textOf(own), laidDownBy: state.parties[seat.side] }] : [];
    });
  const [first, ...others] = texts;
  if (!first) return accept<OpenedPanelEvent>(...closing, interimMissing(expiry, state, clocks));
  const isOne = others.length > 0 && others.every(({ digest }) => digest === first.digest);
  const served = isOne ? [{ ...first, laidDownBy: null }] : texts;
  return accept<OpenedPanelEvent>(...closing, issued(served, { at: expiry, kind: 'expiry' }, clocks));
}

const textOf = ({ text, exhibits, digest }: LaidDownText) => ({ text, exhibits, digest });

const issued = (
  texts: readonly InterimText[],
  { at, kind }: Pick<Happening, 'at' | 'kind'>,
  clocks: Clocks,
): InterimIssued => ({
  type: 'InterimIssued',
  occurredAt: at,
  rule: 'S8',
  tier: 'PANEL',
  data: {
    texts,
    laidDownBy: texts.flatMap(({ laidDownBy }) => laidDownBy ?? []),
    opens: [clocks.start('interim-comments', { event: 'InterimIssued', at, ...(kind === undefined ? {} : { kind }) })],
    closes: ['review'],
  },
});

export const interimMissing = (at: Instant, state: OpenedPanel, clocks: Clocks): InterimMissing => ({
  type: 'InterimMissing',
  occurredAt: at,
  rule: 'S9',
  tier: 'PUBLIC',
  data: { opens: [findingsClock(clocks, state, { event: 'InterimMissing', at, kind: 'expiry' })], closes: ['review'] },
});
