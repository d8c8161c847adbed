import type { CaseId, CaseParties, CommandId, Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { drawCommitment, type RuleSet } from '@parley/procedure';
import { monthAt, onDuty } from '../domain/roster/duty-roster';
import type { Heard } from '../integration/consumes';
import type { OpenPanel, PanelCommand } from '../domain/panel-commands';
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
    const caseId = event.subject as CaseId;
    await this.desk.proceed(caseId, await this.commandOf(heard, caseId), {
      process: 'hearing',
      cause: { kind: 'event', id: event.id },
      commandId,
    });
  }

  private async commandOf(heard: Heard, caseId: CaseId): Promise<PanelCommand> {
    if (heard.type === 'Registration') {
      const { type: _type, ...registration } = heard;
      return {
        type: 'OpenPanel',
        ...registration,
        ...(await this.frozenAt(
          registration.registeredAt,
          registration.parties,
          drawSecret(this.derivationKey, caseId),
        )),
      };
    }
    const { state } = heard.type === 'NoteReopening' ? await this.desk.read(caseId) : { state: undefined };
    if (heard.type !== 'NoteReopening' || state?.status !== 'opened' || state.stage.name !== 'impossible') return heard;
    return {
      ...heard,
      anew: await this.frozenAt(heard.at, state.parties, drawSecret(this.derivationKey, caseId, state.drawRound + 1)),
    };
  }

  /** Both rosters as they stood at an instant, and the hash of a secret that needs no keeping. */
  private async frozenAt(
    at: Instant,
    parties: CaseParties,
    secret: string,
  ): Promise<Pick<OpenPanel, 'rosters' | 'duty' | 'drawCommitment'>> {
    const [complainant, respondent] = await Promise.all([
      this.rosters.asOf(parties.complainant, at),
      this.rosters.asOf(parties.respondent, at),
    ]);
    const month = monthAt(at, this.seat);
    return {
      rosters: { complainant: complainant.members, respondent: respondent.members },
      duty: { complainant: onDuty(complainant, month), respondent: onDuty(respondent, month) },
      drawCommitment: drawCommitment(secret),
    };
  }
}
