import type { CaseId, CommandId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { drawCommitment, type RuleSet } from '@parley/procedure';
import { monthAt, onDuty } from '../domain/roster/duty-roster';
import type { Heard, Registration } from '../integration/consumes';
import type { OpenPanel } from '../domain/panel-commands';
import { drawSecret } from './draw-secret';
import type { PanelDesk } from './panel-desk';
import type { RosterDesk } from './roster-desk';

/** Records in the panel's own stream what other contexts told and what the panel needs to decide. */
export class HearingProcess {
  constructor(
    private readonly desk: PanelDesk,
    private readonly rosters: RosterDesk,
    private readonly derivationKey: Uint8Array,
    private readonly seat: RuleSet['seat'],
  ) {}

  async hear(heard: Heard, event: PublicEvent, commandId: CommandId): Promise<void> {
    const command = heard.type === 'Registration' ? await this.openingOf(heard) : heard;
    await this.desk.proceed(event.subject as CaseId, command, { process: 'hearing', cause: { kind: 'event', id: event.id }, commandId });
  }

  /** Both rosters as they stood at the registration, and the hash of a secret that needs no keeping. */
  private async openingOf({ type: _type, ...registration }: Registration): Promise<OpenPanel> {
    const { caseId, parties, registeredAt } = registration;
    const [complainant, respondent] = await Promise.all([
      this.rosters.asOf(parties.complainant, registeredAt),
      this.rosters.asOf(parties.respondent, registeredAt),
    ]);
    const commitment = drawCommitment(drawSecret(this.derivationKey, caseId));
    const month = monthAt(registeredAt, this.seat);
    return {
      type: 'OpenPanel',
      ...registration,
      rosters: { complainant: complainant.members, respondent: respondent.members },
      duty: { complainant: onDuty(complainant, month), respondent: onDuty(respondent, month) },
      drawCommitment: commitment,
    };
  }
}
