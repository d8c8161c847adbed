import type { Checks } from '../checks';
import { leafHash } from '../tree/hashes';
import { verifyInclusion } from '../tree/verify-inclusion';
import { judgeCheckpoint, type JudgedCheckpoint } from '../policy/judge-checkpoint';
import type { Policy } from '../policy/parse-policy';
import { parseProof } from './tlog-proof';

/**
 * Verifies that an entry stands in a log that the policy trusts, with nothing but the proof and the policy.
 * @param entry the bytes of the entry itself, which the reader has or computes; never those that a proof brings along
 * @returns the checkpoint, and who cosigned it
 * @throws LogRefused what `parseProof`, `judgeCheckpoint` and `verifyInclusion` throw
 */
export async function verifyProof(
  checks: Checks,
  policy: Policy,
  proof: string,
  entry: Uint8Array,
): Promise<JudgedCheckpoint & { readonly index: number }> {
  const { index, hashes, checkpoint } = parseProof(proof);
  const judged = await judgeCheckpoint(checks, policy, checkpoint);
  await verifyInclusion(
    checks.digest,
    { leaf: await leafHash(checks.digest, entry), index, hashes },
    judged.checkpoint,
  );
  return { ...judged, index };
}
