import { createRequire } from 'node:module';

/** The part of the validator that is used. */
interface Validator {
  createConfig(rules: { readonly rules: Readonly<Record<string, 'error'>> }): Promise<object>;
  lintFromString(input: {
    readonly source: string;
    readonly config: object;
  }): Promise<readonly { readonly message: string; readonly location: readonly { readonly pointer?: string }[] }[]>;
}

/** The validator that the generator of types brings with it. */
const validator = createRequire(require.resolve('openapi-typescript/package.json'))(
  '@redocly/openapi-core',
) as Validator;

/**
 * Every place where a document breaks the OpenAPI specification: in its structure, its references, or the ids of its
 * operations.
 */
export async function specificationFaults(document: object): Promise<readonly string[]> {
  const config = await validator.createConfig({
    rules: {
      struct: 'error',
      'no-unresolved-refs': 'error',
      'operation-operationId-unique': 'error',
      'path-parameters-defined': 'error',
      'no-identical-paths': 'error',
      'no-path-trailing-slash': 'error',
    },
  });
  const faults = await validator.lintFromString({ source: JSON.stringify(document), config });
  return faults.map(({ message, location }) => `${location[0]?.pointer ?? ''}: ${message}`);
}
