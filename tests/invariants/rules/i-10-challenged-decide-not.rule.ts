import { ofEachCase } from './rule';

export const challengedDecideNot = ofEachCase('I-10', ({ panel }) =>
  panel.flatMap(({ event, before }) => {
    if (event.type !== 'ChallengeDecisionSigned' || before.status !== 'opened') return [];
    const challenge = before.challenges.find(({ id }) => id === event.data.challengeId);
    return challenge?.member === event.data.by ? [`${event.data.by} signed on the challenge of ${event.data.by}`] : [];
  }),
);
