import { textOf } from './deployed-file';

const ENVIRONMENT = 'deploy/helm/parley/templates/_environment.tpl';
const JOB = 'deploy/helm/parley/templates/migrations-job.yaml';

const SERVICES = ['intake', 'evidence', 'panel-review', 'referral', 'audit'];
const CONTEXTS = ['intake', 'evidence', 'panelreview', 'referral', 'audit', 'platform'];

/** Names of variables in a part of a template, with those that it makes in a loop written out. */
const namesIn = (part: string): readonly string[] =>
  [...part.matchAll(/name: (PARLEY_[^,\n]+), value/g)].flatMap(([, name = '']) => {
    if (name.includes('$component'))
      return SERVICES.map((service) => name.replace(/\{\{.*?\}\}/, service.toUpperCase().replaceAll('-', '_')));
    if (name.includes('$context')) return CONTEXTS.map((context) => name.replace(/\{\{.*?\}\}/, context.toUpperCase()));
    return [name];
  });

const defined = (name: string): string =>
  new RegExp(String.raw`define "parley\.${name}" -\}\}(.*?)\n\{\{- end -\}\}`, 's').exec(textOf(ENVIRONMENT))?.[1] ??
  '';

/** The `PARLEY_` variables that the chart can give to a program with any values. */
export function chartVariables(program: string): readonly string[] {
  const kafka = namesIn(defined('kafkaEnvironment'));
  if (program === 'migrations') return [...namesIn(textOf(JOB)), ...kafka];
  const all = namesIn(defined('environment'));
  return program === 'gateway'
    ? [...all, ...namesIn(defined('gatewayEnvironment'))]
    : [...all, ...namesIn(defined('serviceEnvironment')), ...kafka];
}
