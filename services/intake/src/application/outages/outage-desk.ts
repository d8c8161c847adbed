import {
  derivedUuid,
  handleCommand,
  readState,
  sha256,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type RulesInForce,
} from '@parley/event-store';
import { canonicalJson, type CommandId, type Instant, type PartyCode, type Sha256, type Text } from '@parley/kernel';
import { outageRegisterDecider } from '../../domain/outages/outage-register.decider';
import type { OutageRegister, OutageRegisterCommand } from '../../domain/outages/outage-register';
import { outageStream } from '../streams';

/** Id of an outage that the heartbeat declares: the same times are the same outage. */
export const outageIdOf = (from: Instant, to: Instant): string => derivedUuid('outage', from, to);

/** Id of the outage that a side proposes: each side may propose the same times. */
export const proposedOutageIdOf = (party: PartyCode, from: Instant, to: Instant): string =>
  derivedUuid('proposed-outage', party, from, to);

/** What co-heads sign of an outage. */
export const outageDigest = (from: Instant, to: Instant, reason: readonly Text[]): Sha256 =>
  sha256(canonicalJson({ from, to, reason }));

/** Reads and changes the register of outages. */
export class OutageDesk {
  constructor(
    private readonly store: EventStore,
    readonly ruleSetVersion: RulesInForce,
  ) {}

  act(command: OutageRegisterCommand, context: CommandContext): Promise<CommandOutcome<OutageRegister>> {
    return handleCommand(this.store, outageRegisterDecider, outageStream, command, context);
  }

  /** The heartbeat declares an outage, once however often it finds it. */
  async declare(from: Instant, to: Instant): Promise<void> {
    const outageId = outageIdOf(from, to);
    const context = {
      commandId: outageId as CommandId,
      cause: { kind: 'timer', id: 'heartbeat' },
      actor: { kind: 'system', process: 'heartbeat' },
      ruleSetVersion: this.ruleSetVersion,
    } as const;
    const outcome = await this.act({ type: 'DeclareByHeartbeat', outageId, from, to, at: to }, context);
    if (outcome.kind === 'contended') throw new Error('the register of outages is contended');
  }

  async register(): Promise<OutageRegister> {
    return (await readState(this.store, outageRegisterDecider, outageStream)).state;
  }
}
