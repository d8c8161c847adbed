import { goodsCodeFault, isProvisionOf } from '@parley/procedure';
import type { Claim, Grievance, Measure } from './grievance';

/** A reference of a grievance that leads nowhere, or an id that is used twice. */
export interface BrokenReference {
  readonly path: string;
  readonly kind:
    | 'unknown-measure'
    | 'measure-twice'
    | 'claim-twice'
    | 'same-claim-twice'
    | 'goods-edition'
    | 'goods-code'
    | 'provision-form';
}

const target = ({ measure, agreement, provision }: Claim): string =>
  [measure, agreement, provision ?? ''].join('\u001f');

/** Finds the first broken reference of a grievance; its path is a JSON pointer into the grievance. */
export function brokenReference({
  measures,
  claims,
}: Pick<Grievance, 'measures' | 'claims'>): BrokenReference | undefined {
  const measureIds = new Set<string>();
  for (const [index, measure] of measures.entries()) {
    if (measureIds.has(measure.id)) return { path: `/measures/${String(index)}/id`, kind: 'measure-twice' };
    measureIds.add(measure.id);
    const goods = faultOfGoods(measure, `/measures/${String(index)}/goods`);
    if (goods) return goods;
  }
  const claimIds = new Set<string>();
  const targets = new Set<string>();
  for (const [index, claim] of claims.entries()) {
    if (claimIds.has(claim.id)) return { path: `/claims/${String(index)}/id`, kind: 'claim-twice' };
    if (!measureIds.has(claim.measure)) return { path: `/claims/${String(index)}/measure`, kind: 'unknown-measure' };
    if (targets.has(target(claim))) return { path: `/claims/${String(index)}`, kind: 'same-claim-twice' };
    if (claim.provision !== undefined && !isProvisionOf(claim.agreement, claim.provision))
      return { path: `/claims/${String(index)}/provision`, kind: 'provision-form' };
    claimIds.add(claim.id);
    targets.add(target(claim));
  }
  return undefined;
}

function faultOfGoods({ goods = [] }: Measure, path: string): BrokenReference | undefined {
  for (const [index, code] of goods.entries()) {
    const fault = goodsCodeFault(code);
    if (fault) return { path: `${path}/${String(index)}/${fault}`, kind: `goods-${fault}` };
  }
  return undefined;
}
