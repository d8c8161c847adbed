/**
 * The checks of each tool. `needs` is a command that succeeds when the tool is there. `outOfReach` matches its output
 * when it could not do its work.
 */
const path = require('node:path');

const CHART = 'deploy/helm/parley';
const VALUES = ['minimal', 'full', 'external-secrets'];
const FORMS = ['minimal', 'full'];
/** Version of the cluster for which the templates are written. Helm's own guess may be older than the chart allows. */
const KUBERNETES = '1.34.0';

const bare = (tool) => [tool, '--version'];
const helm = ['helm', 'version'];

/** @param scratch an empty folder */
function checks(scratch) {
  const rendered = (values) => path.join(scratch, `${values}.yaml`);
  const withValues = (values) => ['-f', `${CHART}/ci/${values}-values.yaml`, '--kube-version', KUBERNETES];
  return [
    { what: 'Dockerfile (hadolint)', needs: bare('hadolint'), command: ['hadolint', 'deploy/docker/Dockerfile'] },
    {
      what: 'images (docker buildx bake)',
      needs: ['docker', 'buildx', 'version'],
      command: ['docker', 'buildx', 'bake', '-f', 'deploy/docker/docker-bake.hcl', '--print'],
    },
    ...FORMS.map((form) => ({
      what: `compose, ${form} (docker compose config)`,
      needs: ['docker', 'compose', 'version'],
      command: [
        'docker',
        'compose',
        '-f',
        'deploy/compose/compose.yaml',
        '--env-file',
        `deploy/compose/${form}.env`,
        'config',
        '--quiet',
      ],
    })),
    ...[
      'deploy/compose/kafka/accounts.sh',
      'deploy/compose/make-secrets.sh',
      'deploy/compose/postgres/first-start.sh',
      'deploy/helm/make-keys.sh',
      'deploy/helm/make-message-keys.sh',
    ].map((script) => ({
      what: `${path.basename(script)} (shellcheck)`,
      needs: bare('shellcheck'),
      command: ['shellcheck', script],
    })),
    ...VALUES.flatMap((values) => [
      {
        what: `chart, ${values} values (helm lint)`,
        needs: helm,
        command: ['helm', 'lint', CHART, '--strict', ...withValues(values)],
      },
      {
        what: `chart, ${values} values (helm template)`,
        needs: helm,
        command: ['helm', 'template', 'parley', CHART, '-n', 'parley', ...withValues(values)],
        output: rendered(values),
      },
      {
        what: `chart, ${values} values (kubeconform)`,
        needs: ['sh', '-c', `kubeconform -v && test -s ${rendered(values)}`],
        command: [
          'kubeconform',
          '-strict',
          '-ignore-missing-schemas',
          '-kubernetes-version',
          KUBERNETES,
          rendered(values),
        ],
        outOfReach: {
          sign: /failed downloading schema/,
          reason: 'its schemas are on the network, which is not to be reached',
        },
      },
    ]),
    {
      what: 'scrape configuration (promtool)',
      needs: bare('promtool'),
      command: ['promtool', 'check', 'config', 'deploy/prometheus/prometheus.yaml'],
    },
    {
      what: 'alert rules (promtool)',
      needs: bare('promtool'),
      command: ['promtool', 'test', 'rules', 'deploy/prometheus/alerts.test.yaml'],
    },
    ...['otelcol-contrib', 'otelcol'].map((tool) => ({
      what: `collector (${tool})`,
      needs: bare(tool),
      command: [tool, 'validate', '--config', 'deploy/otel/collector.yaml'],
      environment: { OTLP_TRACES_ENDPOINT: 'traces:4317' },
    })),
  ];
}

module.exports = { checks };
