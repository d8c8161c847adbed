import { createRequire } from 'node:module';

/** The part of the validator that is used. */
interface Validator {
  createConfig(given: { readonly extends: readonly string[] }): Promise<object>;
  lintFromString(input: {
    readonly source: string;
    readonly config: object;
  }): Promise<readonly { readonly message: string; readonly location: readonly { readonly pointer?: string }[] }[]>;
}

/** The validator that the generator of types brings with it. */
const validator = createRequire(require.resolve('openapi-typescript/package.json'))(
  '@redocly/openapi-core',
) as Validator;

/** Every place where a document breaks the OpenAPI specification, or a rule that the validator recommends. */
export async function specificationFaults(document: object): Promise<readonly string[]> {
  const config = await validator.createConfig({ extends: ['recommended'] });
  const faults = await validator.lintFromString({ source: JSON.stringify(document), config });
  return faults.map(({ message, location }) => `${location[0]?.pointer ?? ''}: ${message}`);
}
