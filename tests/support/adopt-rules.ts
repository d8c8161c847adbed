import type { Client } from './client';

/** The register of the rules, as anybody reads it. */
export interface RulesShown {
  readonly inEffect: string | null;
  readonly versions: readonly {
    readonly version: string;
    readonly digest: string;
    readonly inForceFrom: string | null;
    readonly signedBy: readonly { readonly party: string; readonly by: string | null; readonly at: string }[];
    readonly changes: readonly { readonly field: string; readonly before: number; readonly after: number }[];
  }[];
}

/** Has each co-head sign a version of the rules over the digest that it is shown. @throws when one is refused */
export async function adoptRules(coHeads: readonly Client[], version: string): Promise<void> {
  for (const coHead of coHeads) {
    const { digest } = await coHead.read<{ digest: string }>(`/v1/rules/${version}`);
    await coHead.act(`/v1/rules/${version}/signatures`, { digest });
  }
}
