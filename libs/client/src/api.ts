/**
 * The paths of the API, by their methods. In the package they are what the document says, since `pack.cjs` puts what
 * openapi-typescript makes of it in the place of this file. Here every path takes and shows what it likes, so that the
 * document stays the only list.
 */
export type paths = Readonly<
  Record<string, Readonly<Record<'get' | 'post' | 'put' | 'delete', { readonly responses: object }>>>
>;
