import { randomUUID } from 'node:crypto';
import { readinessOf } from '../../support/ready';
import { Client } from '../../support/client';
import { constructedGrievance } from '../../support/constructed';
import { fileGrievance } from '../../support/file-grievance';
import { wtoCase } from '../../support/wto-case';
import { until } from '../until';

/** Longer than a follower waits before it takes over, on a machine that is busy with other work. */
const WITHIN_MS = 240_000;
/** Codes of a busy machine, whatever the version. The same act is then sent again. */
const NOT_NOW = ['contended', 'delayed', 'unavailable', 'too-many-requests'];
const COMPLETE = { finding: 'complete' };

/** A case in which the later version of intake has recorded, with clients that ask an instance of either version. */
export class CaseOfLater {
  private constructor(
    private readonly url: string,
    readonly id: string,
  ) {}

  /**
   * Files it.
   * @param at address of an instance
   * @param url address at which tokens are given
   */
  static async filedAt(at: string, url: string): Promise<CaseOfLater> {
    const key = randomUUID();
    const { body } = await until(`a filing at ${at}`, WITHIN_MS, async () => {
      const desk = Client.withToken(at, (await Client.as(url, 'cn-desk')).token ?? '');
      return fileGrievance(desk, constructedGrievance(wtoCase(633)), key);
    });
    return new CaseOfLater(url, (body as { readonly id: string }).id);
  }

  /** How an instance answers a read of the case, and an act in it. */
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

/** Resolves when an instance is ready and says in its readiness for what it waits. */
export async function untilSaid(at: string, sentence: string): Promise<void> {
  await until(`${at} to say that ${sentence}`, WITHIN_MS, async () => {
    const { code, degraded } = await readinessOf(at);
    return code === 200 && degraded.some(({ reason }) => reason.includes(sentence)) ? true : undefined;
  });
}
