import { join } from 'node:path';
import { Command } from 'commander';
import { faultsIn, plantingFault, type Planting } from './fault';
import { faultsOfActs } from './faults-of-acts';
import { testedWith, type Verdict } from './tested-with';
import { rulesSpecsOf, specOf } from './spec-of';

const WORKSPACE = join(__dirname, '../..');
const MINUTE_MS = 60_000;

/** A fault, and the groups of tests that run with it until one fails, the likeliest group first. */
interface Trial {
  readonly name: string;
  readonly fault: Planting;
  readonly specs: readonly (readonly string[])[];
}

const write = (text: string): void => void process.stdout.write(text);

const ofInvariants = (invariants: readonly string[]): readonly Trial[] =>
  faultsIn(join(__dirname, 'faults'))
    .filter(({ invariant }) => invariants.length === 0 || invariants.includes(invariant))
    .map((fault) => {
      const spec = fault.spec ?? specOf(fault.invariant, WORKSPACE);
      return { name: `${fault.invariant}  ${fault.what}`, fault, specs: spec === undefined ? [] : [[spec]] };
    });

/** @param words parts of the path of a decider's file, such as `claims`; all deciders where there are none */
function ofActs(words: readonly string[]): readonly Trial[] {
  const faults = faultsOfActs(WORKSPACE).flatMap((act) => act.faults);
  const each = new Map(faults.map((fault) => [fault.file + fault.find, fault]));
  return [...each.values()]
    .filter(({ file }) => words.length === 0 || words.some((word) => file.includes(word)))
    .map((fault) => ({ name: fault.what, fault, specs: rulesSpecsOf(fault.file, WORKSPACE) }));
}

async function verdictOn({ fault, specs }: Trial): Promise<string> {
  const wrong = specs.length === 0 ? 'there is no test of it' : plantingFault(fault, WORKSPACE);
  if (wrong) return wrong;
  let verdict: Verdict = 'missed';
  for (const some of specs) if (verdict === 'missed') verdict = await testedWith(fault, some, WORKSPACE);
  return verdict;
}

async function run(trials: readonly Trial[]): Promise<boolean> {
  const begun = performance.now();
  const missed: string[] = [];
  const specs = [...new Set(trials.flatMap(({ specs: of }) => of.flat()))];
  write(`${String(specs.length)} tests without a fault … `);
  const sound = await testedWith(null, specs, WORKSPACE);
  write(`${sound === 'missed' ? 'they pass' : 'they fail, and what fails anyway catches nothing'}\n`);
  if (sound !== 'missed') return false;
  for (const [index, trial] of trials.entries()) {
    write(`${String(index + 1).padStart(3)} of ${String(trials.length)}  ${trial.name} … `);
    const verdict = await verdictOn(trial);
    write(`${verdict}\n`);
    if (verdict !== 'caught' && verdict !== 'endless') missed.push(`${trial.name}: ${verdict}`);
  }
  const minutes = ((performance.now() - begun) / MINUTE_MS).toFixed(1);
  write(
    `\n${String(trials.length - missed.length)} caught, ${String(missed.length)} missed, in ${minutes} minutes.\n${missed.map((line) => `  ${line}\n`).join('')}`,
  );
  return missed.length === 0;
}

new Command('npm run test:mutants --')
  .description(
    'Plants a fault for each invariant, or for each refusal of each act, and runs its tests, of which one must fail. ' +
      'The sources stay as they are. Exit code 1 when a fault was missed.',
  )
  .argument('[invariants...]', 'only these, such as I-17; or `acts`, and words of the files of their deciders')
  .action(async ([first, ...others]: readonly string[]) => {
    const trials = first === 'acts' ? ofActs(others) : ofInvariants(first === undefined ? [] : [first, ...others]);
    process.exitCode = (await run(trials)) ? 0 : 1;
  })
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`The run failed: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
