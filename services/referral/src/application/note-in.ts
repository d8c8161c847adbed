import { categoryOf, streamIdOf, type CommandContext } from '@parley/event-store';
import type { CaseId, CommandId } from '@parley/kernel';
import type { NoteCalendar } from '../domain/calendar/note-calendar';
import type { NoteOutage } from '../domain/outage/note-outage';
import type { ExpireDeadline } from '../domain/referral-commands';
import type { Agreements } from './agreement-desk';
import type { ReferralDesk } from './referral-desk';
import type { SettlementDesk } from './settlement-desk';
import { COMPLIANCE_CATEGORY, REGISTER_CATEGORY, SETTLEMENT_CATEGORY } from './streams';

export interface NotingDesks {
  readonly desk: ReferralDesk;
  readonly settlements: SettlementDesk;
  readonly agreements: Agreements;
}

/** Has a stream note what happened by itself, whatever it is the stream of. */
export function noteIn(
  { desk, settlements, agreements }: NotingDesks,
  stream: string,
  note: NoteInStream,
  { process, cause, commandId }: Noting,
): Promise<void> {
  const id = streamIdOf(stream);
  switch (categoryOf(stream)) {
    case SETTLEMENT_CATEGORY:
      return settlements.proceed(id as CaseId, note, process, cause, commandId);
    case COMPLIANCE_CATEGORY:
      return agreements.ofCases.proceed(id, note, process, cause, commandId);
    case REGISTER_CATEGORY:
      return agreements.ofRegister.proceed(id, note, process, cause, commandId);
    default:
      return desk.proceed(id as CaseId, note, process, cause, commandId);
  }
}

/** What every stream of the referral knows how to note. */
type NoteInStream = NoteCalendar | NoteOutage | ExpireDeadline;

export interface Noting {
  readonly process: string;
  readonly cause: CommandContext['cause'];
  readonly commandId: CommandId;
}
