/**
 * `npm run deploy:check` has each tool on this machine look at the files in deploy/, and says which tools are missing.
 * It finds tools on PATH, and in the folder that PARLEY_DEPLOY_TOOLS names. Checks without a tool are in tests/deploy.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { checks } = require('./checks.cjs');

const root = path.resolve(__dirname, '../..');
const env = {
  ...process.env,
  PATH: [process.env.PARLEY_DEPLOY_TOOLS, process.env.PATH].filter(Boolean).join(path.delimiter),
};
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-deploy-check-'));

const run = ([tool, ...words], options = {}) =>
  spawnSync(tool, words, { cwd: root, encoding: 'utf8', env: { ...env, ...options.env } });

const counted = { passed: 0, failed: 0, skipped: 0 };
const tell = (outcome, what, detail) => {
  counted[outcome] += 1;
  process.stdout.write(`${outcome.padEnd(7)}  ${what}${detail ? `: ${detail}` : ''}\n`);
};

for (const { what, needs, command, output, environment, outOfReach } of checks(scratch)) {
  const { error, status } = run(needs);
  if (error || status !== 0) {
    tell('skipped', what, 'the tool is not here');
    continue;
  }
  const result = run(command, { env: environment });
  if (result.status === 0 && output) fs.writeFileSync(output, result.stdout);
  if (result.status === 0) tell('passed', what);
  else if (outOfReach?.sign.test(result.stdout)) tell('skipped', what, outOfReach.reason);
  else tell('failed', what, `${command.join(' ')}\n${result.stdout}${result.stderr}`);
}

fs.rmSync(scratch, { recursive: true, force: true });
process.stdout.write(`${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped\n`);
process.exitCode = counted.failed > 0 ? 1 : 0;
