import type { DeclaredAct } from './acts-table';

/** An OpenAPI document, as far as acts are read from it. */
interface DocumentOfActs {
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
}
/** What an operation of the document says of its act. */
interface OperationOfAct {
  readonly summary?: string;
  readonly 'x-act'?: Pick<DeclaredAct, 'as' | 'side' | 'whose' | 'rule'>;
  readonly 'x-refusals'?: readonly { readonly code: string; readonly status: number }[];
}

/** Every act that a document declares, be it the document of the API or of one service. */
export const actsIn = ({ paths }: DocumentOfActs): readonly DeclaredAct[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations as Readonly<Record<string, OperationOfAct>>).flatMap(
      ([method, { summary = '', 'x-act': act, 'x-refusals': refusals = [] }]) =>
        act === undefined
          ? []
          : [
              {
                act: `${method.toUpperCase()} ${path}`,
                what: summary,
                ...act,
                refusals: [...new Set(refusals.filter(({ status }) => status === 409).map(({ code }) => code))],
              },
            ],
    ),
  );
