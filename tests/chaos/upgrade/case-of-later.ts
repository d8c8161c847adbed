import { randomUUID } from 'node:crypto';
import { readinessOf } from '../../support/ready';
import { Client } from '../../support/client';
import { constructedGrievance } from '../../support/constructed';
import { fileGrievance } from '../../support/file-grievance';
import { wtoCase } from '../../support/wto-case';
import { until } from '../until';

/** Longer than a follower waits before it takes over, on a machine that has a lot else to do. */
const WITHIN_MS = 240_000;
/** A busy machine's, whatever the version; the same act is sent again. */
const NOT_NOW = ['contended', 'delayed', 'unavailable', 'too-many-requests'];
const COMPLETE = { finding: 'complete' };

/** A case in which the later version of intake has recorded, and those who ask an instance of it or of this one. */
export class CaseOfLater {
  private constructor(
    private readonly url: string,
    readonly id: string,
  ) {}

  /** Files it. @param at address of an instance; @param url address at which tokens are given */
  static async filedAt(at: string, url: string): Promise<CaseOfLater> {
    const key = randomUUID();
    const { body } = await until(`a filing at ${at}`, WITHIN_MS, async () => {
      const desk = Client.withToken(at, (await Client.as(url, 'cn-desk')).token ?? '');
      return fileGrievance(desk, constructedGrievance(wtoCase(633)), key);
    });
    return new CaseOfLater(url, (body as { readonly id: string }).id);
  }

  /** How an instance answers who reads the case, and who acts in it. */
  async answersAt(at: string): Promise<{ readonly read: number; readonly act: string }> {
    return until(`an answer of ${at}`, WITHIN_MS, async () => {
      const registry = Client.withToken(at, (await Client.as(this.url, 'us-registry')).token ?? '');
      const { status: read } = await registry.get(`/v1/cases/${this.id}`);
      const { status, body } = await registry.post(`/v1/cases/${this.id}/completeness`, COMPLETE, { key: this.id });
      const { code = 'done' } = body as { readonly code?: string };
      return read === 503 || NOT_NOW.includes(code) ? undefined : { read, act: `${String(status)} ${code}` };
    });
  }
}

/** Resolves when an instance says of its readiness, beside which it is ready, what it waits for. */
export async function untilSaid(at: string, sentence: string): Promise<void> {
  await until(`${at} to say that ${sentence}`, WITHIN_MS, async () => {
    const { code, degraded } = await readinessOf(at);
    return code === 200 && degraded.some(({ reason }) => reason.includes(sentence)) ? true : undefined;
  });
}
