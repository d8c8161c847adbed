import { AuthoredText, Shown } from '@parley/http';
import type { Channel } from '../../domain/without-prejudice/channel';

export class WithoutPrejudiceStatementShown {
  @Shown({
    meaning: 'Id of the statement within the case.',
    example: 'statement:5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    kind: 'word',
  })
  readonly id: string;

  @Shown({ meaning: 'Party that made it.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly saidAt: string;

  @Shown({ meaning: 'What it says.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({
    meaning: 'What a consent names: SHA-256 over the canonical JSON of `{caseId, statementId, text}`.',
    kind: 'digest',
  })
  readonly digest: string;

  @Shown({ meaning: 'Parties that consent to lay it open.', type: () => String, list: true, kind: 'party' })
  readonly consents: readonly string[];

  @Shown({
    meaning: 'When it was laid open to the parties and the panel (UTC); `null` while it is not.',
    format: 'date-time',
    nullable: true,
  })
  readonly releasedAt: string | null;
}

/** The without-prejudice channel of a case, the first statement first. */
export class ChannelShown {
  @Shown({ meaning: 'The statements.', type: () => WithoutPrejudiceStatementShown, list: true })
  readonly statements: readonly WithoutPrejudiceStatementShown[];
}

export const showChannel = (channel: Channel): ChannelShown => ({
  statements: channel.map(({ id, party, saidAt, text, digest, consents, releasedAt }) => ({
    id,
    party,
    saidAt,
    text,
    digest,
    consents: consents.map((consent) => consent.party),
    releasedAt,
  })),
});
