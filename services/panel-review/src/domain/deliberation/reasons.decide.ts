import {
  accept,
  canonicalJson,
  refuse,
  type Decision,
  type Instant,
  type PersonId,
  type Refused,
} from '@parley/kernel';
import { screeningOver } from '../acting';
import { claimBar } from '../claims/known-claim';
import { seatOf } from '../composition/membership';
import type { ReasonedText } from '../findings/finding';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import { deliberationBar, unknownExhibit } from '../review/taking-part';
import type { DeliberationState, NoteWritten, ReasonsGiven, StatementGiven } from './deliberation';
import type { GiveReasons, GiveStatement, WriteNote } from './deliberation-commands';
import { votingBar } from './vote.decide';

/**
 * UTF-8 bytes of all reasons and statements of one deliberation. Findings are one event, which has its limit; were it
 * passed, findings could not be made at all.
 */
const MOST_BYTES = 600_000;

/**
 * A member gives reasons for one of the outcomes that a majority can reach; they are released only with that outcome.
 */
export function giveReasons(command: GiveReasons, state: DeliberationState): Decision<ReasonsGiven> {
  const fault = textFault(command, state);
  if (fault) return fault;
  const { by, receivedAt, claimId, supports, text, exhibits } = command;
  const data = { claimId, member: by, supports, text, exhibits };
  return accept({ type: 'ReasonsGiven', occurredAt: receivedAt, rule: 'S9', tier: 'DELIBERATION', data });
}

/** A member of a side gives its separate statement on a claim, for the case that it is not agreed (I-13). */
export function giveStatement(command: GiveStatement, state: DeliberationState): Decision<StatementGiven> {
  const fault = textFault(command, state);
  if (fault) return fault;
  const { by, receivedAt, panel, claimId, text, exhibits } = command;
  const side = seatOf(panel, by)?.side;
  if (!side) return refuse(refusals.notSeated);
  return accept({
    type: 'StatementGiven',
    occurredAt: receivedAt,
    rule: 'I-13',
    tier: 'DELIBERATION',
    data: { claimId, side, by, text, exhibits },
  });
}

/** A seated member writes a note to the others, also while a member is missing: a note decides nothing. */
export function writeNote({ by, receivedAt, panel, text }: WriteNote, state: DeliberationState): Decision<NoteWritten> {
  const bar = memberBar(panel, by, receivedAt) ?? (state.closed ? refusals.deliberationClosed : undefined);
  if (bar) return refuse(bar);
  return accept({ type: 'NoteWritten', occurredAt: receivedAt, rule: 'S9', tier: 'DELIBERATION', data: { by, text } });
}

const memberBar = (panel: OpenedPanel, person: PersonId, at: Instant) =>
  deliberationBar(panel, person) ?? screeningOver(panel, at);

function textFault(
  { by, receivedAt, panel, claimId, text, exhibits }: GiveReasons | GiveStatement,
  state: DeliberationState,
): Refused | undefined {
  const bar = memberBar(panel, by, receivedAt) ?? votingBar(panel, receivedAt, state);
  if (bar) return refuse(bar);
  const claim = claimBar(panel, claimId);
  if (claim) return refuse(claim, '/claim');
  const unknown = unknownExhibit(exhibits, panel.exhibits);
  if (unknown >= 0) return refuse(refusals.unknownExhibit, `/exhibits/${String(unknown)}`);
  const given = [...state.reasons, ...state.statements, { text, exhibits }];
  return given.reduce((bytes, each) => bytes + bytesOf(each), 0) > MOST_BYTES
    ? refuse(refusals.textsTooLong, '/text')
    : undefined;
}

const bytesOf = ({ text, exhibits }: ReasonedText): number =>
  new TextEncoder().encode(canonicalJson({ text, exhibits })).length;
