import { createHash } from 'node:crypto';
import { stageCases, STAGED_FROM, type StagedCases } from '../../support/cases-at-every-stage';
import type { Answer, Client } from '../../support/client';
import { clientsOf } from '../../support/clients-of';
import { ParleyProcess } from '../../support/parley-process';
import { listRosters } from '../../support/rosters';

export const ACCEPTS = { position: 'accepts', objections: [], reservation: [], counterStatements: [] };
const WHO = [
  'us-desk',
  'cn-desk',
  'us-registry',
  'cn-registry',
  'us-cohead',
  'cn-cohead',
  'us-panel-1',
  'operator',
] as const;

/** An entry as its part of a case shows it. */
export interface EntryBody {
  readonly id: string;
  readonly act: string;
  readonly party: string;
  readonly status: string;
  readonly original: string;
}

/** A case of China whose reply the United States did not send in time, on the working day after. */
export class LateDispute {
  private constructor(
    private readonly parley: ParleyProcess,
    readonly as: Readonly<Record<(typeof WHO)[number], Client>>,
    readonly cases: StagedCases,
    /** The last minute in which a reply would have been in time. */
    readonly lastMinute: string,
  ) {}

  static async start(): Promise<LateDispute> {
    const parley = await ParleyProcess.start({ clock: STAGED_FROM });
    await listRosters(parley.url);
    const as = await clientsOf(parley.url, ...WHO);
    const cases = await stageCases(parley.url);
    const { deadlines } = await as['us-desk'].read<{ deadlines: readonly { id: string; dueAt: string }[] }>(
      `/v1/cases/${cases.awaitingReply}`,
    );
    const due = Date.parse(deadlines.find(({ id }) => id === 'reply')?.dueAt ?? '');
    const dispute = new LateDispute(parley, as, cases, new Date(due - 60_000).toISOString());
    await dispute.passTo(new Date(due + 60 * 60_000).toISOString());
    return dispute;
  }

  stop = (): Promise<void> => this.parley.stop();

  async passTo(to: string): Promise<void> {
    await this.as.operator.act('/v1/demonstration-clock', { to });
  }

  /** What came, uploaded; what the entry says of it. */
  async came(who: Client, cameAt: string, text = 'The reply, as it was handed over at the seat') {
    const bytes = Buffer.from(text);
    const digest = createHash('sha256').update(bytes).digest();
    const answer = await who.send('POST', '/v1/uploads', bytes, {
      headers: { 'content-type': 'application/octet-stream', 'repr-digest': `sha-256=:${digest.toString('base64')}:` },
    });
    if (answer.status !== 201) throw new Error(`not uploaded: ${JSON.stringify(answer.body)}`);
    return { channel: 'Note handed over at the seat', cameAt, original: digest.toString('hex') };
  }

  reply(who: Client, received?: object): Promise<Answer> {
    return who.post(`/v1/cases/${this.cases.awaitingReply}/reply`, { ...ACCEPTS, ...(received ? { received } : {}) });
  }

  async entries(): Promise<readonly EntryBody[]> {
    const path = `/v1/cases/${this.cases.awaitingReply}/late-entries`;
    return (await this.as['cn-registry'].read<{ items: readonly EntryBody[] }>(path)).items;
  }

  answer(who: Client, entry: EntryBody | undefined, verdict = 'confirmed'): Promise<Answer> {
    const path = `/v1/cases/${this.cases.awaitingReply}/late-entries/${entry?.id ?? ''}/answer`;
    return who.post(path, { verdict, original: entry?.original, reason: [] });
  }

  /** Whether the record says that the grievance went unanswered. */
  async isUnanswered(): Promise<boolean> {
    const path = `/v1/cases/${this.cases.awaitingReply}`;
    return (await this.as['us-desk'].read<{ exchange: { unanswered: boolean } }>(path)).exchange.unanswered;
  }
}

export const codeOf = ({ body }: Answer): string | undefined => (body as { code?: string }).code;
