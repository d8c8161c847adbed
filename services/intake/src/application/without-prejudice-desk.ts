import {
  handleCommand,
  readState,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type StateAt,
} from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import type { Channel, ChannelCommand } from '../domain/without-prejudice/channel';
import { channelDecider } from '../domain/without-prejudice/channel.decider';
import { withoutPrejudiceStream } from './streams';

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
