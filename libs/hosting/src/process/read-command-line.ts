import { isWrong, type Setting } from '@parley/http';
import { Command } from 'commander';
import { StartError } from './start-error';

/** A program as its `--help` shows it. */
export interface Program {
  /** How it is called: `npm start --`. */
  readonly call: string;
  readonly description: string;
  readonly version: string;
  readonly settings: Readonly<Record<string, DescribedSetting>>;
}

/** A setting, and what it is for, in a line. */
export type DescribedSetting = Setting<unknown> & { readonly meaning: string };

const TELEMETRY = 'Telemetry is off unless OTEL_EXPORTER_OTLP_ENDPOINT says where traces go.';

/**
 * Answers `--help` and `--version`, after which the process ends with code 0. Everything else is set by environment.
 * @param words the words after the name of the program
 * @throws StartError for any other argument
 */
export function readCommandLine(words: readonly string[], { call, description, version, settings }: Program): void {
  const command = new Command(call)
    .usage('[--help | --version]')
    .description(description)
    .version(version)
    .addHelpText(
      'after',
      `\nSettings, by environment, with their defaults:\n${settingsTable(settings)}\n\n${TELEMETRY}`,
    )
    // Commander's own refusal may take more than a sentence.
    .allowUnknownOption()
    .allowExcessArguments()
    .parse(words, { from: 'user' });
  const [unknown] = command.args;
  if (unknown !== undefined)
    throw new StartError(
      `It takes no argument ${JSON.stringify(unknown)}; ${call} --help lists the settings, which are ` +
        'read from the environment.',
    );
}

/** The settings for the person at the terminal: name, default and meaning of each, a line each. */
export function settingsTable(settings: Readonly<Record<string, DescribedSetting>>): string {
  const rows = Object.values(settings).map(
    ({ name, read, meaning }) => [name, shown(read(undefined)), meaning] as const,
  );
  const [names, defaults] = [widest(rows.map(([name]) => name)), widest(rows.map(([, otherwise]) => otherwise))];
  return rows
    .map(([name, otherwise, meaning]) => `  ${name.padEnd(names)}  ${otherwise.padEnd(defaults)}  ${meaning}`)
    .join('\n');
}

const widest = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length));

/** A dash stands for a setting that may be left out. */
function shown(otherwise: unknown): string {
  if (isWrong(otherwise)) return 'required';
  return typeof otherwise === 'string' || typeof otherwise === 'number' ? String(otherwise) : '-';
}
