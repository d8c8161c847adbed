import { ApiSchema } from '@nestjs/swagger';
import type { Caller } from '@parley/access';
import { BilingualShown, RuleDocumentShown, Shown } from '@parley/http';
import { numberChanges, ruleSetDocument } from '@parley/procedure';
import { signersNamed } from '../../case/case-list.http';
import { wholeRuleSet } from './new-versions';
import type { RegisteredRuleSet, RuleSetRegister } from './rule-sets.rules';

@ApiSchema({ description: 'A number that a version of the rules changes.' })
export class NumberChangeShown {
  @Shown({ meaning: 'Its place in the rules.', example: 'tracks.standard.clocks.reply.length', max: 200 })
  readonly field: string;

  @Shown({
    meaning: 'The clock to which it belongs; `null` for a number that is no clock’s.',
    type: () => BilingualShown,
    nullable: true,
  })
  readonly clock: BilingualShown | null;

  @Shown({ meaning: 'The number in the version that this one amends.', example: 10, schema: { type: 'integer' } })
  readonly before: number;

  @Shown({ meaning: 'The number in this version.', example: 12, schema: { type: 'integer' } })
  readonly after: number;
}

@ApiSchema({ description: 'A signature of a version of the rules.' })
export class RuleSetSignatureShown {
  @Shown({ meaning: 'Side whose co-head signed.', kind: 'party' })
  readonly party: string;

  @Shown({
    meaning: 'Who signed; `null` to whoever is of neither side and not of the secretariat.',
    kind: 'person',
    nullable: true,
  })
  readonly by: string | null;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly at: string;
}

@ApiSchema({ description: 'A version of the rules in the register.' })
export class RegisteredRuleSetShown {
  @Shown({ meaning: 'Name of the version.', kind: 'version' })
  readonly version: string;

  @Shown({
    meaning: 'The version that it amends; `null` for one of the release, which stands by itself.',
    kind: 'version',
    nullable: true,
  })
  readonly amends: string | null;

  @Shown({
    meaning: 'Day at the seat from which cases are to be filed under it; `null` for from its adoption on.',
    format: 'date',
    nullable: true,
  })
  readonly from: string | null;

  @Shown({ meaning: 'What co-heads sign: SHA-256 of its document as canonical JSON (RFC 8785).', kind: 'digest' })
  readonly digest: string;

  @Shown({
    meaning: 'Each number in which it differs from the version that it amends; all else is the same.',
    type: () => NumberChangeShown,
    list: true,
  })
  readonly changes: readonly NumberChangeShown[];

  @Shown({ meaning: 'Signatures, one of each side.', type: () => RuleSetSignatureShown, list: true })
  readonly signedBy: readonly RuleSetSignatureShown[];

  @Shown({
    meaning: 'When it takes effect for new cases (UTC); `null` as long as a signature is missing.',
    format: 'date-time',
    nullable: true,
  })
  readonly inForceFrom: string | null;
}

@ApiSchema({ description: 'A version of the rules with what is signed.' })
export class RuleSetTextShown extends RegisteredRuleSetShown {
  @Shown({
    meaning: 'The whole version, of which the digest is made; `null` for one that this release does not know.',
    type: () => RuleDocumentShown,
    nullable: true,
  })
  readonly document: RuleDocumentShown | null;
}

@ApiSchema({ description: 'Which rules are in effect, and which are proposed.' })
export class RuleSetRegisterShown {
  @Shown({
    meaning: 'The version under which a case is filed now; `null` before the co-heads have adopted one.',
    kind: 'version',
    nullable: true,
  })
  readonly inEffect: string | null;

  @Shown({
    meaning: 'Every version that was proposed, in the order in which they were proposed.',
    type: () => RegisteredRuleSetShown,
    list: true,
  })
  readonly versions: readonly RegisteredRuleSetShown[];
}

/** A version as a reader sees it. */
export const showRegistered = (
  { version, amends, from, digest, numbers, signedBy, inForceFrom }: RegisteredRuleSet,
  register: RuleSetRegister,
  reader: Caller,
): RegisteredRuleSetShown => {
  const base = amends === null ? undefined : wholeRuleSet(amends, register);
  const signers = signersNamed(signedBy, reader);
  return {
    version,
    amends,
    from,
    digest,
    changes: base ? numberChanges(base, numbers) : [],
    signedBy: signedBy.map(({ party, at }, index) => ({ party, by: signers[index]?.by ?? null, at })),
    inForceFrom,
  };
};

/** A version with its whole text. */
export function showText(registered: RegisteredRuleSet, register: RuleSetRegister, reader: Caller): RuleSetTextShown {
  const whole = wholeRuleSet(registered.version, register);
  const document = whole ? ruleSetDocument(whole, registered.from) : null;
  return Object.assign(showRegistered(registered, register, reader), { document });
}
