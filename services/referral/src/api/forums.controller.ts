import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@parley/platform';
import { CURRENT_FORUM_RULES, forumRules } from '../domain/forums/forum-rules-of';
import type { Forum } from '../domain/forums/forum-rules';
import { ForumRulesListShown, type ForumShown, type SinceShown } from './forums.response';

@ApiTags('Referral')
@Controller('v1/forums')
export class ForumsController {
  @Get()
  @Public()
  @ApiOperation({ summary: 'Read the rules of the forums', description: 'Who may stand before which forum, under which agreements and provisions: versioned data.' })
  @ApiOkResponse({ type: ForumRulesListShown })
  forums(): ForumRulesListShown {
    return { current: CURRENT_FORUM_RULES, versions: forumRules.map(({ version, forums }) => ({ version, forums: forums.map(showForum) })) };
  }
}

function showForum(forum: Forum): ForumShown {
  const { code, kind, name, whoFiles, symbols, source } = forum;
  const shown = { code, kind, name, whoFiles, symbols, source };
  if (forum.kind === 'closed') return { ...shown, draft: null, members: [], coveredAgreements: [], consultationProvisions: [], statementsOfEvidence: [] };
  const { draft, members, coveredAgreements, consultationProvisions, statementsOfEvidence } = forum;
  return {
    ...shown,
    draft,
    members: since(members),
    coveredAgreements: coveredAgreements.map((agreement) => ({ ...agreement, parties: since(agreement.parties ?? {}) })),
    consultationProvisions,
    statementsOfEvidence,
  };
}

const since = (dates: Readonly<Record<string, string>>): readonly SinceShown[] => Object.entries(dates).map(([party, date]) => ({ party, since: date }));
