import { setTimeout as delay } from 'node:timers/promises';
import { Client } from '../support/client';
import { CONTACT, constructedGrievance } from '../support/constructed';
import { inTurns } from '../support/in-turns';
import { wtoCase } from '../support/wto-case';

/** The parts of a case that are looked at. */
export interface FiledCase {
  readonly id: string;
  readonly docketNumber: string | null;
  readonly status: string;
  readonly receipt: { readonly number: string };
}

/** A filing as its sender knows it; more may have happened to it. */
export interface Sent {
  readonly key: string;
  readonly desk: string;
  readonly body: object;
  /** What was answered, if an answer came. */
  acknowledged?: FiledCase;
  completenessSent?: true;
}

/**
 * Every third filing is found complete: each registration has to go through every service, and a third of them is
 * enough to tell.
 */
const FOUND_COMPLETE = 3;

/** Files and finds complete, many at once, and remembers what was sent and what was answered. */
export class FilingSpree {
  readonly sent: Sent[] = [];
  private answers = 0;

  /**
   * Sends so many filings, some followed by their completeness, and resolves when enough are answered. The rest is
   * still in flight.
   */
  async begin(
    url: string,
    round: number,
    { inFlight, until }: { readonly inFlight: number; readonly until: number },
  ): Promise<Promise<unknown>[]> {
    const user = round % 2 === 0 ? 'cn-desk' : 'us-desk';
    const [desk, registry] = [await Client.as(url, user), await Client.as(url, 'us-registry')];
    const grievance = constructedGrievance(wtoCase(user === 'cn-desk' ? 633 : 542));
    const { digest } = (await desk.act<{ digest: string }>('/v1/grievances/checks', { grievance, contact: CONTACT }))
      .body;
    const body = { grievance, contact: CONTACT, certification: { digest } };
    const filings = Array.from({ length: inFlight }, (_, index) => ({
      key: `${String(round)}-${String(index)}`,
      desk: user,
      body,
    }));
    this.sent.push(...filings);
    this.answers = 0;
    // The process will be killed, and an act that was not acknowledged is promised to nobody.
    const underWay = filings.map((filing, index) =>
      this.file(filing, desk, index % FOUND_COMPLETE === 0 ? registry : undefined).catch(() => undefined),
    );
    while (this.answers < until) await delay(1);
    return underWay;
  }

  /**
   * Sends everything again under the same keys, whether it was acknowledged or not. \n @returns each filing's answer,
   * in the order of `sent`
   */
  async sendAgain(url: string): Promise<readonly FiledCase[]> {
    const [cn, us, registry] = [
      await Client.as(url, 'cn-desk'),
      await Client.as(url, 'us-desk'),
      await Client.as(url, 'us-registry'),
    ];
    return inTurns(this.sent, async ({ key, desk, body, completenessSent }) => {
      const { body: filed } = await (desk === 'cn-desk' ? cn : us).act<FiledCase>('/v1/cases', body, { key });
      if (completenessSent) await findComplete(registry, filed, key);
      return filed;
    });
  }

  private async file(filing: Sent, desk: Client, registry: Client | undefined): Promise<void> {
    const { body: filed } = await desk.act<FiledCase>('/v1/cases', filing.body, { key: filing.key });
    filing.acknowledged = filed;
    this.answers++;
    if (!registry) return;
    filing.completenessSent = true;
    await findComplete(registry, filed, filing.key);
    this.answers++;
  }
}

const findComplete = (registry: Client, { id }: FiledCase, key: string): Promise<unknown> =>
  registry.act(`/v1/cases/${id}/completeness`, { finding: 'complete' }, { key });
