import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '@parley/kernel';
import { Public } from '@parley/auth';
import { CLOCK } from '@parley/http';
import { forumRules, forumRulesAt, type Forum } from './forums.rules';
import { ForumRulesListShown, type ForumShown, type SinceShown } from './forums.response';

@ApiTags('Referral')
@Controller('v1/forums')
export class ForumsController {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'Read the rules of the forums',
    description:
      'Who may stand before which forum, under which agreements, provisions and channels: versioned ' +
      'data, each version with the day from which it counts.',
  })
  @ApiOkResponse({ type: ForumRulesListShown })
  readForums(): ForumRulesListShown {
    const { version: current } = forumRulesAt(this.clock.now());
    return {
      current,
      versions: forumRules.map(({ version, from, forums }) => ({ version, from, forums: forums.map(showForum) })),
    };
  }
}

function showForum(forum: Forum): ForumShown {
  const { code, kind, name, whoFiles, symbols, source } = forum;
  const shown = {
    code,
    kind,
    name,
    whoFiles,
    symbols,
    source,
    members: [],
    coveredAgreements: [],
    consultationProvisions: [],
    statementsOfEvidence: [],
    channels: [],
  };
  if (forum.kind === 'memorandum') return { ...shown, drafts: ['memorandum'] };
  if (forum.kind === 'channels') return { ...shown, drafts: ['channel-complaint'], channels: forum.channels };
  const { members, coveredAgreements, consultationProvisions, statementsOfEvidence } = forum;
  return {
    ...shown,
    drafts: ['request-for-consultations', 'panel-request'],
    members: since(members),
    coveredAgreements: coveredAgreements.map((agreement) => ({
      ...agreement,
      parties: since(agreement.parties ?? {}),
    })),
    consultationProvisions,
    statementsOfEvidence,
  };
}

const since = (dates: Readonly<Record<string, string>>): readonly SinceShown[] =>
  Object.entries(dates).map(([party, date]) => ({ party, since: date }));
