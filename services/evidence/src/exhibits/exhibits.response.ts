import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, Shown } from '@parley/http';
import { REDACTION_REASONS } from './exhibit-commands.rules';
import { WRITTEN_IN } from '../translations/translations.rules';
import { EXHIBIT_TIERS } from './exhibits.request';
import { FileShown } from '../casefile/casefile.response';
import { LoanShown } from '../loans/loans.response';
import { ReadersDecisionShown, TombstoneShown } from '../readers/readers.response';
import { TranslationDueShown, TranslationShown } from '../translations/translations.response';

@ApiSchema({ description: 'An entry of a custody record.' })
export class CustodyShown {
  @Shown({ meaning: 'Who handed it over.', example: 'Desk of the United States', max: 200 })
  readonly from: string;

  @Shown({ meaning: 'Who received it.', example: 'Registry', max: 200 })
  readonly to: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({ meaning: 'What for.', example: 'Filing', max: 500 })
  readonly purpose: string;

  @Shown({
    meaning:
      'How it stands where a registry entered it: confirmed by the other side’s, or `unconfirmed`, since nobody ' +
      'answered; `null` where the party of the exhibit entered it.',
    values: ['confirmed', 'unconfirmed'],
    nullable: true,
  })
  readonly standing: string | null;
}

@ApiSchema({ description: 'How many passages were left out for a reason.' })
export class RemovalShown {
  @Shown({ meaning: 'Coded reason.', values: REDACTION_REASONS, example: 'business-confidential' })
  readonly reason: string;

  @Shown({ meaning: 'How many passages were left out for it.', example: 2, schema: { type: 'integer' } })
  readonly passages: number;
}

@ApiSchema({ description: 'What of a public version was searched.' })
export class CheckedLayersShown {
  @Shown({ meaning: 'Form of the file.', values: ['pdf', 'office', 'jpeg', 'png', 'text'], example: 'pdf' })
  readonly format: string;

  @Shown({
    meaning: 'Layers that were searched for what was left out, and hold none of it.',
    type: () => String,
    list: true,
    example: ['text', 'metadata'],
    kind: 'word',
  })
  readonly searched: readonly string[];
}

@ApiSchema({ description: 'The public version of an exhibit.' })
export class PublicVersionShown {
  @Shown({ meaning: 'The file that everybody may read.', type: () => FileShown })
  readonly file: FileShown;

  @Shown({
    meaning: 'Coded reason why something was left out.',
    values: REDACTION_REASONS,
    example: 'business-confidential',
  })
  readonly reason: string;

  @Shown({ meaning: 'When it was filed (UTC).', format: 'date-time' })
  readonly filedAt: string;

  @Shown({ meaning: 'How many passages were left out, by reason.', type: () => RemovalShown, list: true })
  readonly removals: readonly RemovalShown[];

  @Shown({
    meaning: 'What of it was searched when it was filed; `null` for one that was filed before that was done.',
    type: () => CheckedLayersShown,
    nullable: true,
  })
  readonly checked: CheckedLayersShown | null;
}

@ApiSchema({ description: 'A copy whose bytes are not those accepted.' })
export class DamageShown {
  @Shown({
    meaning:
      'Which bytes were found damaged: `original`, `public-version`, or `translation-1` for the first translation.',
    example: 'original',
    schema: { pattern: '^(original|public-version|translation-[1-9][0-9]?)$' },
  })
  readonly copy: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly at: string;
}

@ApiSchema({ description: 'An exhibit, as much of it as its reader may see.' })
export class ExhibitShown {
  @Shown({ meaning: 'Number of the exhibit in its case, by party.', kind: 'exhibit' })
  readonly number: string;

  @Shown({ meaning: 'Party that filed it.', example: 'US', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'Who may read the exhibit itself.', values: EXHIBIT_TIERS, example: 'PANEL' })
  readonly tier: string;

  @Shown({
    meaning:
      'How much of it you see: `whole`; `public-version` when its tier is not yours; `tombstone` where ' +
      'it was taken from you. What you do not see is `null`.',
    values: ['whole', 'public-version', 'tombstone'],
    example: 'whole',
  })
  readonly extent: string;

  @Shown({ meaning: 'Title.', type: () => AuthoredText, list: true, nullable: true })
  readonly title: readonly AuthoredText[] | null;

  @Shown({ meaning: 'The file as filed.', type: () => FileShown, nullable: true })
  readonly file: FileShown | null;

  @Shown({
    meaning: 'Ids of the claims that it goes to.',
    type: () => String,
    list: true,
    nullable: true,
    example: ['C1'],
    kind: 'claim',
  })
  readonly claims: readonly string[] | null;

  @Shown({ meaning: 'When it was received (UTC).', format: 'date-time', nullable: true })
  readonly acceptedAt: string | null;

  @Shown({ meaning: 'Custody record, oldest first.', type: () => CustodyShown, list: true, nullable: true })
  readonly custody: readonly CustodyShown[] | null;

  @Shown({
    meaning: 'The version that everybody may read; `null` when there is none.',
    type: () => PublicVersionShown,
    nullable: true,
  })
  readonly publicVersion: PublicVersionShown | null;

  @Shown({ meaning: 'In what its own words are written.', values: WRITTEN_IN, nullable: true, example: 'en' })
  readonly writtenIn: string | null;

  @Shown({
    meaning: 'Languages into which a translation is due, or was.',
    type: () => TranslationDueShown,
    list: true,
    nullable: true,
  })
  readonly translationsDue: readonly TranslationDueShown[] | null;

  @Shown({ meaning: 'Translations in the order of filing.', type: () => TranslationShown, list: true, nullable: true })
  readonly translations: readonly TranslationShown[] | null;

  @Shown({
    meaning: 'What stays where readers were taken away, the last time; `null` where none were.',
    type: () => TombstoneShown,
    nullable: true,
  })
  readonly tombstone: TombstoneShown | null;

  @Shown({
    meaning:
      'A change of its readers that waits for the other co-head; `null` for none, and for who does not ' +
      'read what passes between the parties.',
    type: () => ReadersDecisionShown,
    nullable: true,
  })
  readonly readersDecision: ReadersDecisionShown | null;

  @Shown({
    meaning:
      'What was asked for or lent of it to experts and third parties, oldest first; `null` for who reads ' +
      'nothing else of the case.',
    type: () => LoanShown,
    list: true,
    nullable: true,
  })
  readonly loans: readonly LoanShown[] | null;

  @Shown({
    meaning: 'The exhibit that this one puts right; `null` for none, or none that you may see.',
    kind: 'exhibit',
    nullable: true,
  })
  readonly corrects: string | null;

  @Shown({
    meaning: 'The exhibit that puts this one right; `null` for none, or none that you may see.',
    kind: 'exhibit',
    nullable: true,
  })
  readonly correctedBy: string | null;

  @Shown({
    meaning:
      'Number of the exhibit of the other party, or id of the request of the panel, that this one answers; `null` ' +
      'for none that you may know of.',
    nullable: true,
    example: 'CHN-1',
    kind: 'word',
  })
  readonly answers: string | null;

  @Shown({
    meaning: 'Where a read found bytes that are not those accepted (I-33): the last finding for each copy.',
    type: () => DamageShown,
    list: true,
  })
  readonly damage: readonly DamageShown[];
}
