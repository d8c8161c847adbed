import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { StartError } from '../startup/start-error';
import { settingsTable } from './settings-table';

/**
 * Answers `--help` and `--version`, after which the process ends with code 0. Everything else is set by environment.
 * @param words what stands after the name of the program
 * @throws StartError for any other argument
 */
export function readCommandLine(words: readonly string[]): void {
  const command = new Command('npm start --')
    .usage('[--help | --version]')
    .description('Parley, the dispute-screening system of a bilateral secretariat, in one process with a PostgreSQL of its own.')
    .version(version())
    .addHelpText('after', `\nSettings, by environment, with their defaults:\n${settingsTable()}\n\nTelemetry is off unless OTEL_EXPORTER_OTLP_ENDPOINT says where traces go.`)
    // Commander's own refusal may take more than a sentence.
    .allowUnknownOption()
    .allowExcessArguments()
    .parse(words, { from: 'user' });
  const [unknown] = command.args;
  if (unknown !== undefined) throw new StartError(`It takes no argument ${JSON.stringify(unknown)}; npm start -- --help lists the settings, which are read from the environment.`);
}

const version = (): string =>
  (JSON.parse(readFileSync(path.join(__dirname, '../../package.json'), 'utf8')) as { readonly version: string }).version;
