import { holdsInEveryHistory } from './holds';
import {
  decidedIsIssued,
  endsFromInterimOn,
  noEndFromInterimOn,
  nothingHoldsUp,
  unreadBeforeIssue,
} from './rules/i-68-what-was-decided-is-issued.rule';
import { endedByNoSideAlone } from './rules/nothing-won.rule';
import { notFiledAgain } from './rules/nothing-won-back.rule';
import { sentence } from './sentences';

describe(sentence('I-68'), () => {
  it('holds of what anybody is told before it is issued', () => holdsInEveryHistory(unreadBeforeIssue, { runs: 60 }));
  it('holds of what ends a screening from the interim text on', () =>
    holdsInEveryHistory(endsFromInterimOn, { runs: 60 }));
  it('holds against the long-stop, from the interim text on', () =>
    holdsInEveryHistory(noEndFromInterimOn, { runs: 60 }));
  it('holds of every deliberation that is closed', () => holdsInEveryHistory(decidedIsIssued, { runs: 60 }));
  it('holds against whatever is tried behind the close', () => holdsInEveryHistory(nothingHoldsUp, { runs: 60 }));

  it('holds where a side plays to win: it ends nothing alone', () =>
    holdsInEveryHistory(endedByNoSideAlone, { runs: 24, toWin: true }));
  it('holds where a side plays to win: it files nothing again', () =>
    holdsInEveryHistory(notFiledAgain, { runs: 24, toWin: true, setting: { cases: 2 } }));
});
