import { parse } from 'yaml';
import { textOf } from './deployed-file';

export interface ComposeService {
  readonly image: string;
  readonly build?: { readonly target: string; readonly args: { readonly SERVICE: string } };
  readonly environment?: Readonly<Record<string, string>>;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly ports?: readonly string[];
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly healthcheck?: object;
  readonly profiles: readonly string[];
}

export interface ComposeProject {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

export type Form = 'minimal' | 'full';
export const FORMS: readonly Form[] = ['minimal', 'full'];

const FILE = 'deploy/compose/compose.yaml';

/** The variables of a form's file. */
export const variablesOf = (form: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(
    textOf(`deploy/compose/${form}.env`)
      .split('\n')
      .filter((line) => /^[A-Z]/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

/**
 * The project as Compose reads it for a form, with variables put in and only the services of the form.
 * @throws Error for a variable that must be given and is not
 */
export function composeProject(form: Form): ComposeProject {
  const variables = variablesOf(form);
  const put = (text: string): string =>
    text.replaceAll(
      /(?<!\$)\$\{(\w+)(?::([-?])([^}]*))?\}/g,
      (_whole, name: string, operator: string | undefined, word: string | undefined) => {
        const value = variables[name];
        if (value) return value;
        if (operator === '?') throw new Error(`${form}.env does not give ${name}`);
        return word ?? '';
      },
    );
  // Variables are put in after the parsing, as Compose does it: one without a value is then an empty text, and not
  // `null`.
  const project = JSON.parse(JSON.stringify(parse(textOf(FILE), { merge: true })), (_key, value: unknown) =>
    typeof value === 'string' ? put(value) : value,
  ) as ComposeProject;
  return {
    ...project,
    services: Object.fromEntries(
      Object.entries(project.services).filter(([, { profiles }]) => profiles.includes(form)),
    ),
  };
}
