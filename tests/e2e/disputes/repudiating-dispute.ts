import { stageCases, STAGED_FROM, REPLY } from '../../support/cases-at-every-stage';
import type { Answer, Client } from '../../support/client';
import { clientsOf } from '../../support/clients-of';
import { ParleyProcess } from '../../support/parley-process';
import { listRosters } from '../../support/rosters';

const WHO = [
  ...(['us-desk', 'us-desk-2', 'us-registry', 'us-cohead'] as const),
  ...(['cn-desk', 'cn-desk-2', 'cn-registry', 'cn-cohead'] as const),
  'operator',
] as const;

interface Shown {
  readonly exchange: { readonly unanswered: boolean };
  readonly deadlines: readonly { readonly id: string; readonly dueAt: string }[];
}

/** A case of China that awaits the reply of the United States; each desk has a head, and an officer who acts for it. */
export class RepudiatingDispute {
  private constructor(
    private readonly parley: ParleyProcess,
    readonly as: Readonly<Record<(typeof WHO)[number], Client>>,
    readonly path: string,
  ) {}

  static async start(): Promise<RepudiatingDispute> {
    const parley = await ParleyProcess.start({ clock: STAGED_FROM });
    await listRosters(parley.url);
    const as = await clientsOf(parley.url, ...WHO);
    const { awaitingReply } = await stageCases(parley.url);
    for (const party of ['us', 'cn'] as const) {
      const register = `/v1/parties/${party.toUpperCase()}/delegations`;
      const authority = 'A letter of credence';
      for (const office of ['cohead', 'registry'] as const)
        await as[`${party}-${office}`].act(`${register}/head`, { personId: `${party}-desk`, authority });
      await as[`${party}-desk`].act(register, { personId: `${party}-desk-2`, scope: 'desk', authority });
    }
    const dispute = new RepudiatingDispute(parley, as, `/v1/cases/${awaitingReply}`);
    // Each service has heard of the delegations by then.
    await dispute.passTo('2026-03-02T11:05:00+01:00');
    return dispute;
  }

  get url(): string {
    return this.parley.url;
  }

  stop = (): Promise<void> => this.parley.stop();

  /** The answer comes once everything that follows from the acts before is done, in every service. */
  async passTo(to: string): Promise<void> {
    await this.as.operator.act('/v1/demonstration-clock', { to });
  }

  reply = (who: Client, more: object = {}): Promise<Answer> => who.post(`${this.path}/reply`, { ...REPLY, ...more });
  repudiate = (who: Client, act: string): Promise<Answer> => who.post(`${this.path}/repudiations`, { act });

  shown = (): Promise<Shown> => this.as['cn-desk'].read<Shown>(this.path);

  async due(id: string): Promise<string | undefined> {
    return (await this.shown()).deadlines.find((each) => each.id === id)?.dueAt;
  }
}
