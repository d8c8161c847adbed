import path from 'node:path';
import { WitnessRefused } from './witness-refused';

export interface WitnessSettings {
  /** Absolute path of the folder with `key`, `policy`, `state` and `evidence`. */
  readonly folder: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Seconds between two looks at the logs and the other witnesses. */
  readonly seconds: number;
}

interface Known {
  readonly otherwise: string;
  readonly form: RegExp;
  readonly meaning: string;
}

const KNOWN: Readonly<Record<string, Known>> = {
  PARLEY_WITNESS_DIR: { otherwise: 'witness', form: /./, meaning: 'folder with the key, the policy and the state' },
  PARLEY_HOST: { otherwise: '127.0.0.1', form: /./, meaning: 'address to listen on' },
  PARLEY_PORT: { otherwise: '3200', form: /^\d{1,5}$/, meaning: 'port to listen on; 0 takes any free one' },
  PARLEY_WITNESS_SECONDS: { otherwise: '5', form: /^[1-9]\d{0,3}$/, meaning: 'seconds between two looks' },
};

export const settingsHelp = (): string =>
  Object.entries(KNOWN)
    .map(([name, { otherwise, meaning }]) => `  ${name.padEnd(23)} ${otherwise.padEnd(10)} ${meaning}`)
    .join('\n');

/** @throws WitnessRefused with every fault, a misspelt setting included */
export function readSettings(env: Readonly<Record<string, string | undefined>>): WitnessSettings {
  const value = (name: string): string => env[name] || (KNOWN[name]?.otherwise ?? '');
  const faults = [
    ...Object.entries(KNOWN).flatMap(([name, { form }]) =>
      form.test(value(name)) ? [] : [`${name} has a wrong form`],
    ),
    ...Object.keys(env).flatMap((name) =>
      name.startsWith('PARLEY_') && !(name in KNOWN)
        ? [`${name} is no setting (there are ${Object.keys(KNOWN).join(', ')})`]
        : [],
    ),
  ];
  if (faults.length > 0) throw new WitnessRefused(`Wrong settings: ${faults.join('; ')}.`);
  return {
    folder: path.resolve(value('PARLEY_WITNESS_DIR')),
    host: value('PARLEY_HOST'),
    port: Number(value('PARLEY_PORT')),
    seconds: Number(value('PARLEY_WITNESS_SECONDS')),
  };
}
