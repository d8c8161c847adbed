import type { DeclaredAct } from './acts-table';

/** An OpenAPI document, as far as acts are read from it. */
interface DocumentOfActs {
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  /** Where answers stand that several operations share. */
  readonly components?: { readonly responses?: Readonly<Record<string, object>> };
}
/** What an operation of the document says of its act. */
interface OperationOfAct {
  readonly summary?: string;
  readonly 'x-act'?: Pick<DeclaredAct, 'side' | 'whose' | 'rule'>;
  /** Who may do it. */
  readonly 'x-roles'?: DeclaredAct['as'];
  readonly responses?: Readonly<Record<string, object>>;
}
/** An answer with a problem, or the reference to one. */
interface ProblemAnswer {
  readonly $ref?: string;
  readonly content?: Readonly<
    Record<
      string,
      { readonly schema: { readonly allOf: readonly { readonly properties?: { readonly code: Codes } }[] } }
    >
  >;
}
interface Codes {
  readonly enum: readonly string[];
}

/** With this every act is refused whose key is used for another, so it is no word of the rules. */
const OF_KEYS = 'idempotency-key-reused';

/** Every act that a document declares, be it the document of the API or of one service. */
export const actsIn = ({ paths, components }: DocumentOfActs): readonly DeclaredAct[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations as Readonly<Record<string, OperationOfAct>>).flatMap(
      ([method, { summary = '', 'x-act': act, 'x-roles': as = [], responses = {} }]) => {
        if (act === undefined) return [];
        const conflict = responses['409'] as ProblemAnswer | undefined;
        const shared = components?.responses?.[conflict?.$ref?.replace('#/components/responses/', '') ?? ''];
        const refusals = codesIn(shared ?? conflict ?? {}).filter((code) => code !== OF_KEYS);
        return [{ act: `${method.toUpperCase()} ${path}`, what: summary, as, ...act, refusals }];
      },
    ),
  );

const codesIn = ({ content = {} }: ProblemAnswer): readonly string[] =>
  Object.values(content).flatMap(({ schema }) => schema.allOf.flatMap(({ properties }) => properties?.code.enum ?? []));
