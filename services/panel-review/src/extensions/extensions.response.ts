import { ApiSchema } from '@nestjs/swagger';
import { BilingualShown, Shown } from '@parley/http';
import type { OpenedPanel } from '../panel/panel-state.rules';

@ApiSchema({ description: 'A proposal that a deadline of the panel end later.' })
export class ExtensionShown {
  @Shown({ meaning: 'Id of the proposal within the case.', example: 'extension:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Id of the deadline that is to end later.', example: 'review', kind: 'word' })
  readonly deadline: string;

  @Shown({ meaning: 'By how much, in the deadline’s own unit.', example: 5 })
  readonly by: number;

  @Shown({ meaning: 'Why, in both languages.', type: () => BilingualShown })
  readonly reason: BilingualShown;

  @Shown({ meaning: 'Who signs: both parties, or both co-heads.', values: ['parties', 'coheads'] })
  readonly signatories: string;

  @Shown({ meaning: 'Code of the party that proposed it, or whose co-head did.', example: 'US', kind: 'party' })
  readonly proposedBy: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly proposedAt: string;

  @Shown({
    meaning:
      'SHA-256 of the canonical JSON of case, proposal, signatories, deadline, length and ' +
      'reason: what the other signs.',
    kind: 'digest',
  })
  readonly digest: string;

  @Shown({
    meaning: '`signed`: it took effect. `lapsed`: the deadline runs no more. `open`: a signature is awaited.',
    values: ['open', 'signed', 'lapsed'],
  })
  readonly status: string;
}

/** A proposal is open as long as its deadline runs. */
export const showExtensions = ({ extensions, running }: OpenedPanel): readonly ExtensionShown[] =>
  extensions.map(({ id, deadline, by, reason, signatories, proposedBy, proposedAt, digest, signedAt }) => {
    const status = signedAt !== null ? 'signed' : running[deadline] === undefined ? 'lapsed' : 'open';
    return { id, deadline, by, reason, signatories, proposedBy, proposedAt, digest, status };
  });
