import type { RequestGate } from '@parley/processes';
import type { Admission } from '../app/request-hooks';

/**
 * The request that moves the clock must not wait for itself, nor for an answer that goes on. The provider's requests
 * live in real time, so they do not wait either.
 */
const PASSES = /^\/(v1\/(demonstration-clock|events)|oidc)(\/|$)/;

/** Holds requests while demonstration time moves, and lets it wait for those that are inside. */
export function gateAdmission(gate: RequestGate): Admission {
  const inside = new WeakMap<object, () => void>();
  return {
    async enter(request) {
      if (!PASSES.test(request.path)) inside.set(request, await gate.acquire());
    },
    leave(request) {
      inside.get(request)?.();
    },
  };
}
