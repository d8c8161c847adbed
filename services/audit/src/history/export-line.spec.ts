import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { caseIdOf } from '../docket/docket-story.fixture';
import { recordCase } from './case-record-story.fixture';
import { runAudit, type RunningAudit } from '../running-audit.fixture';

/** Computes the commitments without our own code, by `VERIFYING.md` and `node:crypto`. */
function faultsOf(jsonl: string): readonly string[] {
  const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');
  const commitments = new Map<string, string>();
  return jsonl
    .trimEnd()
    .split('\n')
    .flatMap((line, index) => {
      const { header, payload, commitment } = JSON.parse(line) as Record<'header' | 'payload' | 'commitment', string>;
      const said = JSON.parse(header) as {
        payloadDigest: string;
        previous: string | null;
        stream: string;
        revision: number;
      };
      const before = commitments.get(`${said.stream} ${String(said.revision - 1)}`);
      commitments.set(`${said.stream} ${String(said.revision)}`, commitment);
      return [
        ...(sha256(header) === commitment ? [] : [`line ${String(index + 1)}: header`]),
        ...(sha256(Buffer.from(payload, 'base64')) === said.payloadDigest
          ? []
          : [`line ${String(index + 1)}: payload`]),
        ...(before === undefined || before === said.previous ? [] : [`line ${String(index + 1)}: link`]),
      ];
    });
}

const page = readFileSync(path.join(__dirname, '../../VERIFYING.md'), 'utf8');
const script = /```python\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
const hasPython = spawnSync('python3', ['--version']).status === 0;

let audit: RunningAudit;
let jsonl: string;
let folder: string;

const caseId = caseIdOf(1);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parley-export-'));
  audit = await runAudit();
  await recordCase(audit, caseId, 'CN-2025-0001');
  const authorization = await audit.bearer('cn-auditor', 'CN', 'auditor');
  const response = await audit.app.inject({
    method: 'GET',
    url: `/v1/cases/${caseId}/history/export`,
    headers: { authorization, 'parley-purpose': 'Verifying' },
  });
  expect(response.headers['content-type']).toBe('application/x-ndjson');
  jsonl = response.body;
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await audit.stop();
});

const runScript = (text: string): string => {
  const [program, data] = [path.join(folder, 'verify.py'), path.join(folder, 'history.ndjson')];
  writeFileSync(program, script);
  writeFileSync(data, text);
  return execFileSync('python3', [program, data], { encoding: 'utf8', stdio: 'pipe' }).trim();
};

describe('an export', () => {
  it('is verified by who knows nothing but that page', () => {
    expect(jsonl.trimEnd().split('\n')).toHaveLength(9);
    expect(faultsOf(jsonl)).toEqual([]);
  });

  it('comes also to who asks for the history as JSON Lines', async () => {
    const authorization = await audit.bearer('cn-auditor', 'CN', 'auditor');
    const headers = { authorization, accept: 'application/x-ndjson', 'parley-purpose': 'Verifying' };
    expect((await audit.app.inject({ method: 'GET', url: `/v1/cases/${caseId}/history`, headers })).body).toBe(jsonl);
  });

  it.each([
    ['a rule', 'S3', 'S9'],
    ['a payload', 'payload":"', 'payload":"AA'],
  ])('that was altered in %s is found out', (_what, from, to) => {
    expect(faultsOf(jsonl.replace(from, to))).not.toEqual([]);
  });

  // An outsider would run the script on that page. It needs nothing but Python's own library.
  (hasPython ? it : it.skip)('passes the script of that page, and an altered one does not', () => {
    expect(runScript(jsonl)).toBe('9 events, every commitment holds');
    expect(() => runScript(jsonl.replace('S3', 'S9'))).toThrow(/does not hold/);
  });
});
