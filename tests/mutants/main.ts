import { join } from 'node:path';
import { Command } from 'commander';
import { faultsIn, plantingFault } from './fault';
import { testedWith } from './tested-with';
import { specOf } from './spec-of';

const WORKSPACE = join(__dirname, '../..');
const MINUTE_MS = 60_000;

const write = (text: string): void => void process.stdout.write(text);

async function run(invariants: readonly string[]): Promise<boolean> {
  const faults = faultsIn(join(__dirname, 'faults')).filter(
    ({ invariant }) => invariants.length === 0 || invariants.includes(invariant),
  );
  const begun = performance.now();
  const missed: string[] = [];
  const specs = [...new Set(faults.flatMap(({ invariant }) => specOf(invariant, WORKSPACE) ?? []))];
  write(`${String(specs.length)} tests without a fault … `);
  const sound = await testedWith(null, specs, WORKSPACE);
  write(`${sound === 'missed' ? 'they pass' : 'they fail, and what fails anyway catches nothing'}\n`);
  if (sound !== 'missed') return false;
  for (const [index, fault] of faults.entries()) {
    write(`${String(index + 1).padStart(3)} of ${String(faults.length)}  ${fault.invariant}  ${fault.what} … `);
    const spec = specOf(fault.invariant, WORKSPACE);
    const wrong = spec === undefined ? 'there is no test of this invariant' : plantingFault(fault, WORKSPACE);
    const verdict = wrong ?? (await testedWith(fault, spec === undefined ? [] : [spec], WORKSPACE));
    write(`${verdict}\n`);
    if (verdict !== 'caught') missed.push(`${fault.invariant} ${fault.what}: ${verdict}`);
  }
  const minutes = ((performance.now() - begun) / MINUTE_MS).toFixed(1);
  write(
    `\n${String(faults.length - missed.length)} caught, ${String(missed.length)} missed, in ${minutes} minutes.\n${missed.map((line) => `  ${line}\n`).join('')}`,
  );
  return missed.length === 0;
}

new Command('npm run test:mutants --')
  .description(
    'Plants a fault for each invariant and runs its test, which must fail. The sources stay as they are. ' +
      'Exit code 1 when a fault was missed.',
  )
  .argument('[invariants...]', 'only these, such as I-17')
  .action(async (invariants: readonly string[]) => {
    process.exitCode = (await run(invariants)) ? 0 : 1;
  })
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`The run failed: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
