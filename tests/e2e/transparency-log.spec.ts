import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  followLog,
  nodeChecks,
  parsePolicy,
  verifyLog,
  verifyProof,
  type Policy,
  type ReadLogFile,
} from '@parley/transparency';
import { Client } from '../support/client';
import { constructedGrievance } from '../support/constructed';
import { makeFolder, removeFolder } from '../support/data-folder';
import { fileExhibit } from '../support/file-exhibit';
import { fileGrievance } from '../support/file-grievance';
import { formOfRun } from '../support/form';
import { ParleyProcess } from '../support/parley-process';
import { wtoCase } from '../support/wto-case';

interface Proved {
  readonly commitment: string;
  readonly salt: string;
  readonly index: number;
  readonly proof: string;
}

const entryOf = ({ salt, commitment }: Pick<Proved, 'salt' | 'commitment'>) =>
  nodeChecks.digest(Buffer.from(salt + commitment, 'hex'));

describe('the transparency log', () => {
  const dataDir = makeFolder();
  const isOne = formOfRun() === 'standalone';
  let parley: ParleyProcess;
  let policy: Policy;
  let auditor: Client;
  let caseId: string;
  /** Where the answer to the last act leads. */
  let proofOfAct = '';
  /** A replica of somebody who trusts nobody, which goes on over a kill. */
  const replica = new Map<string, Uint8Array>();

  const read: ReadLogFile = async (file) => {
    const answer = await fetch(`${parley.url}/v1/log/${file}`);
    return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  };
  const follow = () =>
    followLog(nodeChecks, policy, read, {
      read: (file) => replica.get(file),
      write: (file, bytes) => void replica.set(file, bytes),
    });
  const file = async (): Promise<string> => {
    const filed = await fileGrievance(await Client.as(parley.url, 'cn-desk'), constructedGrievance(wtoCase(633)));
    const { id } = filed.body as { id: string };
    const completed = await (
      await Client.as(parley.url, 'us-registry')
    ).act(`/v1/cases/${id}/completeness`, { finding: 'complete' });
    proofOfAct =
      /^<(\S+)>; rel="https:\/\/c2sp\.org\/tlog-proof"$/.exec(completed.headers.get('link') ?? '')?.[1] ?? '';
    return id;
  };
  /** What an operator sees of the log. A service that was started just now may not answer the gateway in time. */
  const failures = async (): Promise<number> => {
    const operator = await Client.as(parley.url, 'operator');
    for (;;) {
      const { checks } = await operator.read<{ checks: readonly { name: string; failed: number }[] }>('/v1/operations');
      const log = checks.find(({ name }) => name === 'log');
      if (log) return log.failed;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const start = async (): Promise<void> => {
    parley = await ParleyProcess.start({ dataDir, clock: '2025-02-05T09:00:00+01:00', ownGroup: true });
    auditor = await Client.as(parley.url, 'us-auditor');
  };

  beforeAll(async () => {
    await start();
    caseId = await file();
    const text = await (await fetch(`${parley.url}/v1/log/policy`)).text();
    // A reader who asks for the log alone. I-38 and the spec of the witnesses have one who asks for both sides.
    policy = await parsePolicy(nodeChecks.digest, text.replace('quorum both', 'quorum none'));
    while (!(await read('checkpoint'))) await new Promise((resolve) => setTimeout(resolve, 100));
  }, 300_000);
  afterAll(async () => {
    await parley.stop();
    removeFolder(dataDir);
  });

  it('proves each event of a case to who reads it, and the docket’s entries to anybody', async () => {
    const { items } = (
      await auditor.get<{ items: readonly { eventId: string }[] }>(`/v1/cases/${caseId}/history?kind=all`, {
        prefer: 'wait=5',
      })
    ).body;
    expect(items.length).toBeGreaterThan(2);
    for (const { eventId } of items) {
      const proved = await auditor.read<Proved>(`/v1/cases/${caseId}/history/${eventId}/proof`);
      expect(await verifyProof(nodeChecks, policy, proved.proof, await entryOf(proved))).toMatchObject({
        index: proved.index,
      });
    }
    const ofAct = await (await Client.as(parley.url, 'us-registry')).read<Proved & { header: string }>(proofOfAct);
    await verifyProof(nodeChecks, policy, ofAct.proof, await entryOf(ofAct));
    expect(JSON.parse(ofAct.header)).toMatchObject({ actor: { personId: 'us-registry' }, rule: 'S2' });
    const anybody = Client.public(parley.url);
    while ((await anybody.get('/v1/docket/log/1/proof')).status !== 200)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const proved = await anybody.read<Proved>('/v1/docket/log/1/proof');
    await verifyProof(nodeChecks, policy, proved.proof, await entryOf(proved));
  }, 120_000);

  it('is where each thing leads that somebody reads of a case, and leads nobody who may not count events', async () => {
    const [desk, other] = [await Client.as(parley.url, 'cn-desk'), await Client.as(parley.url, 'us-desk')];
    const panel = await Client.as(parley.url, 'us-panel-1');
    const number = await fileExhibit(desk, caseId, Buffer.from('a schedule'), {
      title: 'A schedule',
      fileName: 'schedule.txt',
      mediaType: 'text/plain',
      tier: 'PANEL',
      claims: [],
      custody: { from: 'Ministry', to: 'Secretariat', at: '2025-02-03T08:00:00.000Z', purpose: 'to be filed' },
    });
    const text = [{ lang: 'en', text: 'We have moved.', kind: 'original' }];
    await desk.act(`/v1/cases/${caseId}/letters`, { addressing: 'other-party', subject: 'We have moved', text });
    await desk.act(`/v1/cases/${caseId}/letters`, { addressing: 'registry', subject: 'We have moved', text });
    const { items } = (
      await other.get<{ items: readonly { id: string; case: string }[] }>(`/v1/inbox?case=${caseId}`, {
        prefer: 'wait=5',
      })
    ).body;
    const notice = items.find((each) => each.case === caseId)?.id ?? '';
    const typesTo = async (client: Client, address: string): Promise<readonly string[]> => {
      const { status, headers } = await client.get(address);
      expect([address, status]).toEqual([address, 200]);
      const links = [...(headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="https:\/\/c2sp\.org\/tlog-proof"/g)];
      return Promise.all(
        links.map(async ([, link = '']) => {
          const proved = await client.read<Proved & { header: string }>(link);
          await verifyProof(nodeChecks, policy, proved.proof, await entryOf(proved));
          return (JSON.parse(proved.header) as { type: string }).type;
        }),
      );
    };
    expect(await typesTo(other, `/v1/inbox/${notice}`)).toEqual(['NoticesServed']);
    expect(await typesTo(desk, `/v1/cases/${caseId}/letters`)).toEqual(['LetterSent', 'LetterSent']);
    // The letter to the registry alone is not this side's.
    expect(await typesTo(other, `/v1/cases/${caseId}/letters`)).toEqual(['LetterSent']);
    for (const reader of [desk, other, auditor])
      expect(await typesTo(reader, `/v1/cases/${caseId}/exhibits/${number}`)).toEqual(['ExhibitAccepted']);
    for (const address of [`/v1/cases/${caseId}/letters`, `/v1/cases/${caseId}/exhibits/${number}`])
      for (const reader of [panel, Client.public(parley.url)])
        expect((await reader.get(address)).headers.get('link') ?? '').not.toContain('tlog-proof');
  }, 120_000);

  it('is verified whole, and replicated, by its public files alone', async () => {
    // Read before the log is: whatever it holds by then is in the log that is read after it.
    const docket = (await (await fetch(`${parley.url}/v1/docket/log/export`)).text()).trim().split('\n');
    const { checkpoint } = await follow();
    expect(checkpoint.size % 16).toBe(0);
    const entries = new Set<string>();
    await verifyLog(
      nodeChecks,
      policy,
      (file) => replica.get(file),
      (entry) => entries.add(Buffer.from(entry).toString('hex')),
    );
    for (const line of docket)
      expect(entries).toContain(Buffer.from(await entryOf(JSON.parse(line) as Proved)).toString('hex'));
  });

  it('hands everybody the verifier of a dossier as the build made it, with what it is known by', async () => {
    const served = async (name: string, headers = {}) => fetch(`${parley.url}/${name}`, { headers });
    const known = await (await served('verify.sha256')).text();
    const lines: string[] = [];
    for (const name of ['verify.html', 'verify.mjs']) {
      // Compressed it would be other bytes than those of which the digest is said.
      const answer = await served(name, { 'accept-encoding': 'br, gzip' });
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.equals(readFileSync(require.resolve(`@parley/cli/${name}`)))).toBe(true);
      const [digest, etag] = [createHash('sha256').update(bytes).digest(), answer.headers.get('etag') ?? ''];
      lines.push(`${digest.toString('hex')}  ${name}\n`);
      expect(answer.headers.get('repr-digest')).toBe(`sha-256=:${digest.toString('base64')}:`);
      expect(answer.headers.get('content-security-policy')).toMatch(
        /^default-src 'none';.* connect-src 'none'; frame-ancestors 'none'$/,
      );
      expect((await served(name, { 'if-none-match': etag })).status).toBe(304);
    }
    expect(known).toBe(lines.join(''));
  });

  it('goes on after a kill where it was, by the word of a replica', async () => {
    const before = (await follow()).checkpoint.size;
    const under = file();
    await parley.kill();
    await under.catch(() => undefined);
    await start();
    await file();
    let after = before;
    while (after === before) after = (await follow()).checkpoint.size;
    expect(after).toBeGreaterThan(before);
    expect(await failures()).toBe(0);
  }, 300_000);

  (isOne ? it : it.skip)(
    'is halted by a folder of an earlier moment, while acts go on',
    async () => {
      await parley.stop();
      removeFolder(`${dataDir}/blobs/log/heads`);
      await start();
      await file();
      while ((await failures()) !== 1) await new Promise((resolve) => setTimeout(resolve, 100));
      const size = (await follow()).checkpoint.size;
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expect((await follow()).checkpoint.size).toBe(size);
      await file();
    },
    300_000,
  );
});
