import type { Grievance } from '../filing/grievance';

/** A grievance without some claims, and without the measures that no claim is made against any more. */
export function withoutClaims(grievance: Grievance, gone: readonly string[]): Grievance {
  const claims = grievance.claims.filter(({ id }) => !gone.includes(id));
  return {
    ...grievance,
    claims,
    measures: grievance.measures.filter(({ id }) => claims.some(({ measure }) => measure === id)),
  };
}
