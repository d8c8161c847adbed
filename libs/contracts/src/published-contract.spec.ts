import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROTO = join(__dirname, '../../../proto');
const BUF = require.resolve('@bufbuild/buf/bin/buf');

describe('the published contract', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'contract-'));
    cpSync(PROTO, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** The faults that the check finds in the contract of the folder, after a change of the intake's part of it. */
  const faults = (
    change: (contract: string) => string,
    check = ['breaking', '--against', 'published/v1.binpb'],
  ): string => {
    const file = join(folder, 'parley/intake/v1/intake.proto');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const { stdout, stderr, status } = spawnSync(process.execPath, [BUF, ...check], { cwd: folder, encoding: 'utf8' });
    const said = `${stdout}${stderr}`;
    expect(status === 0).toBe(said === '');
    return said;
  };

  it('is kept by the contract as it stands', () => {
    expect(faults((contract) => contract)).toBe('');
  });

  it('may be added to', () => {
    expect(faults((contract) => `${contract}\nmessage Stayed { string case_id = 1; }\n`)).toBe('');
  });

  it('keeps the number of a field', () => {
    expect(faults((contract) => contract.replace('string docket_number = 2;', 'string docket_number = 22;'))).toMatch(
      /field "2".*was deleted/,
    );
  });

  it('keeps the type of a field', () => {
    expect(faults((contract) => contract.replace('string docket_number = 2;', 'int64 docket_number = 2;'))).toMatch(
      /changed type from "string" to "int64"/,
    );
  });

  it('keeps every message', () => {
    const { index: from } = /^message LapseSetAside/m.exec(
      readFileSync(join(folder, 'parley/intake/v1/intake.proto'), 'utf8'),
    )!;
    expect(faults((contract) => contract.slice(0, from))).toMatch(/message "LapseSetAside" was deleted/);
  });

  it('keeps its style', () => {
    expect(faults((contract) => contract, ['lint'])).toBe('');
    expect(
      faults((contract) => contract.replace('string docket_number = 2;', 'string docketNumber = 2;'), ['lint']),
    ).toMatch(/should be lower_snake_case/);
  });
});
