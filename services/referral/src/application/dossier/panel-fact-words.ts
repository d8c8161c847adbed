import type { Bilingual } from '@parley/kernel';
import { say } from './page';

/** Facts of the panel's making, as the panel names their kinds. */
const WORDS: Readonly<Record<string, Bilingual>> = {
  'member-nominated': say('A member was nominated', '提名成员'),
  'seats-opened': say('More seats opened with the change of track', '因程序变更增设席位'),
  'panel-deadline-extended': say('A limit of the panel was extended', '专家组的一项期限获延长'),
  'panel-deadline-moved': say(
    'A limit of the panel moved with the track, or after the screening had stood still',
    '专家组的一项期限因程序变更或审查停止而顺延',
  ),
  'information-requested': say('The panel asked for information', '专家组要求提供资料'),
  'information-answered': say('A request of the panel was answered', '专家组的资料请求获得答复'),
  'information-not-given': say(
    'A request of the panel was not answered in time; it went on with its record',
    '专家组的资料请求未在期限内获得答复，依据现有记录继续进行',
  ),
  'third-party-admitted': say('A third party was admitted', '准许第三方参与'),
  'third-party-note-filed': say('The note of a third party was served', '第三方书面意见送达'),
  'experts-proposed': say('A list of experts was proposed', '提出专家名单'),
  'expert-disclosed': say('An expert made a disclosure', '专家作出披露'),
  'expert-taken': say('The co-chairs agreed on an expert', '共同主席就专家达成一致'),
  'expert-report-served': say('The report of an expert was served', '专家报告送达'),
  'report-comments-closed': say('The time for comments on a report ended', '对专家报告的评论期结束'),
  'interim-meeting-requested': say('A meeting on the interim text was asked for', '请求就中期文本召开会议'),
  'interim-meeting-set': say('A meeting on the interim text was set', '确定中期文本会议时间'),
  'member-removed': say('A nominee was removed', '被提名人被移除'),
  'member-left': say('A member left with the panel, which was composed anew', '专家组重新组成，成员不再列入'),
  'member-set-aside': say(
    'Who sat for want of an act is off the panel, for the act had come in time',
    '因行为缺失而入席的人员不再列入，该行为实已按期作出',
  ),
  'disclosure-made': say('A nominee made a disclosure', '被提名人作出披露'),
  'challenge-made': say('A member was challenged', '对成员提出回避'),
  'challenge-time-ended': say('The time to challenge a member ended unused', '对成员提出回避的期限届满，未行使'),
  'replacement-time-ended': say('The time to replace a member ended unused', '更换成员的期限届满，未行使'),
  'challenge-upheld': say('A challenge was upheld', '回避成立'),
  'challenge-dismissed': say('A challenge was dismissed', '回避不成立'),
  'challenge-not-decided': say(
    'A challenge was not decided in time; the member stayed',
    '回避未在期限内作出决定；成员留任',
  ),
  'member-replaced': say('A member was replaced', '成员被更换'),
  'member-recused': say('A member stepped down', '成员自行退出'),
  'parity-restored': say('The panel had parity again', '专家组恢复均等'),
  'interim-final': say(
    'The time for comments ended without any; the interim text became final',
    '评论期限届满，无评论；中期文本成为最终文本',
  ),
  'interim-comments-closed': say('The time for comments on the interim text ended', '对中期文本的评论期限届满'),
  'findings-time-ended': say('The time for findings ended', '作出结论的期限届满'),
  'findings-await-parity': say('The findings awaited parity of the panel', '结论等待专家组恢复均等'),
  'findings-certified': say('A co-head certified the procedure', '共同负责人核证程序'),
};

/** A fact in words, with whom or which side it is about; a kind that has no words yet is told by its name. */
export function panelFactInWords({
  kind,
  personId,
  side,
  meetsAt,
}: {
  readonly kind: string;
  readonly personId: string;
  readonly side: string;
  readonly meetsAt: string;
}): Bilingual {
  const words = WORDS[kind] ?? say(kind, kind);
  const about = [personId, side, meetsAt].filter((part) => part !== '').join(', ');
  return about === ''
    ? say(`${words.en}.`, `${words['zh-Hans']}。`)
    : say(`${words.en} (${about}).`, `${words['zh-Hans']}（${about}）。`);
}
