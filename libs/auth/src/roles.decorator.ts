import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Role } from '@parley/kernel';

export const REQUIRED_ROLES = 'parley:roles';

/** Which roles a route is for, and the rule that says so. */
export interface RequiredRoles {
  readonly roles: readonly Role[];
  readonly rule?: string;
}

/**
 * Says which roles may call the route; one is enough. Give the rule where there is one, so that a refusal can quote it.
 */
export function Roles(
  ...arguments_: readonly [Role, ...Role[]] | readonly [{ readonly rule: string }, Role, ...Role[]]
): MethodDecorator & ClassDecorator {
  const [first, ...rest] = arguments_;
  const required: RequiredRoles =
    typeof first === 'string' ? { roles: [first, ...rest] } : { roles: rest, rule: first.rule };
  return applyDecorators(
    SetMetadata(REQUIRED_ROLES, required),
    ApiBearerAuth(),
    ApiExtension('x-roles', [...required.roles]),
  );
}
