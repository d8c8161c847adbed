import {
  handleCommand,
  readState,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type StateAt,
} from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import { channelDecider, type Channel, type ChannelCommand } from './without-prejudice.rules';
import { withoutPrejudiceStream } from '../case-desk';

/**
 * Reads and writes the without-prejudice channels. No process, projection or list of the intake touches their streams.
 */
export class WithoutPrejudiceDesk {
  constructor(private readonly store: EventStore) {}

  act(command: ChannelCommand, context: CommandContext): Promise<CommandOutcome<Channel>> {
    return handleCommand(this.store, channelDecider, withoutPrejudiceStream(command.caseId), command, context);
  }

  read(caseId: CaseId): Promise<StateAt<Channel>> {
    return readState(this.store, channelDecider, withoutPrejudiceStream(caseId));
  }
}
