import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './operations-of';
import { unshareParts } from './share-parts';

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/**
 * Everything that a client generated from the document would have to guess: an operation without the body of its
 * success, without a summary or who may call it, a parameter, a schema or a field without a meaning, a reference into
 * nothing, an operation's id given twice.
 */
export function documentGaps(served: OpenAPIObject): readonly string[] {
  const document = structuredClone(served);
  unshareParts(document);
  const schemas = (document.components?.schemas ?? {}) as Readonly<Record<string, Schema>>;
  const ids = operationsOf(document).map(({ operation }) => operation.operationId);
  return [
    ...operationsOf(document).flatMap(({ name, operation }) => {
      const successes = Object.entries(operation.responses).filter(([status]) => /^2\d\d$/.test(status));
      const shown = successes.some(
        ([status, response]) =>
          status === '204' || Object.keys((response as { content?: object }).content ?? {}).length > 0,
      );
      const unmeant = (operation.parameters ?? [])
        .filter(({ description }) => !description)
        .map((parameter) => `${name} parameter ${parameter.name}: no meaning`);
      return [
        ...(operation.summary ? [] : [`${name}: no summary`]),
        ...(shown ? [] : [`${name}: no schema of its success`]),
        ...(operation['x-public'] === undefined && operation['x-roles'] === undefined
          ? [`${name}: nobody named who may call it`]
          : []),
        ...(ids.filter((id) => id === operation.operationId).length > 1
          ? [`${name}: operation id ${operation.operationId ?? ''} is given twice`]
          : []),
        ...unmeant,
      ];
    }),
    ...Object.entries(schemas).flatMap(([name, schema]) => [
      ...(schema.description ? [] : [`${name}: no meaning`]),
      ...unmeantFields(name, schema),
    ]),
    ...[...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].flatMap(([, ref = '']) =>
      Object.hasOwn(schemas, ref.replace('#/components/schemas/', '')) ? [] : [`reference ${ref} leads nowhere`],
    ),
  ];
}

const unmeantFields = (name: string, { properties = {} }: Schema): readonly string[] =>
  Object.entries(properties).flatMap(([field, schema]) => [
    ...(schema.description === undefined && schema.$ref === undefined && !schema.properties
      ? [`${name}.${field}: no meaning`]
      : []),
    ...unmeantFields(`${name}.${field}`, schema.items ?? schema),
  ]);
