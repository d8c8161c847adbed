/**
 * Stands in for Kafka's own command, which is not on this machine: adds at a broker what `kafka-acls.sh --add` would. Its
 * first argument is a file with how to reach the broker.
 */
const { readFileSync } = require('node:fs');
const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, Kafka, ResourcePatternTypes } = require('kafkajs');

const [connection, ...words] = process.argv.slice(2);
const given = new Map();
const flags = new Set(['--add']);
for (let at = 0; at < words.length; at++) {
  if (flags.has(words[at])) continue;
  given.set(words[at], [...(given.get(words[at]) ?? []), words[++at]]);
}
const of = (option) => given.get(option) ?? [];
const unknown = [...given.keys()].filter(
  (option) => !['--allow-principal', '--operation', '--topic', '--group', '--resource-pattern-type'].includes(option),
);
if (unknown.length > 0 || of('--resource-pattern-type')[0] !== 'prefixed') throw new Error(`not understood: ${words}`);
const constant = (name) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
const resources = [
  ...of('--topic').map((resourceName) => ({ resourceName, resourceType: AclResourceTypes.TOPIC })),
  ...of('--group').map((resourceName) => ({ resourceName, resourceType: AclResourceTypes.GROUP })),
];
const acl = resources.flatMap((resource) =>
  of('--allow-principal').flatMap((principal) =>
    of('--operation').map((operation) => ({
      ...{ ...resource, principal, host: '*', operation: AclOperationTypes[constant(operation)] },
      resourcePatternType: ResourcePatternTypes.PREFIXED,
      permissionType: AclPermissionTypes.ALLOW,
    })),
  ),
);

async function main() {
  const admin = new Kafka({ ...JSON.parse(readFileSync(connection, 'utf8')), logLevel: 0 }).admin();
  await admin.connect();
  await admin.createAcls({ acl });
  await admin.disconnect();
}
void main();
