import { documentReference, goodsReference, provisionReference } from '@parley/procedure';
import type { Grievance } from '../domain/filing/grievance';
import type { ReferenceShown } from './reference.response';

/** What a grievance refers to outside the record, in the order in which it stands there. */
export const referencesOf = ({ measures, claims, documents = [] }: Grievance): readonly ReferenceShown[] => [
  ...measures.flatMap(({ goods = [] }, at) =>
    goods.map((code, index) => ({ path: `/measures/${String(at)}/goods/${String(index)}`, ...goodsReference(code) })),
  ),
  ...claims.map(({ agreement, provision }, at) => ({
    path: `/claims/${String(at)}`,
    ...provisionReference(agreement, provision),
  })),
  ...documents.map((symbol, at) => ({ path: `/documents/${String(at)}`, ...documentReference(symbol) })),
];
