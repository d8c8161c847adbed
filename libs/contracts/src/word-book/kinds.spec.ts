import { weightOf } from './kinds';
import { wordBook, type WordKey } from './topics';

const keysOf = (weight: 'milestone' | 'plumbing'): readonly string[] =>
  Object.keys(wordBook).filter((key) => weightOf(key) === weight);

describe('the weight of an event', () => {
  it('is that of a milestone where a case is registered, served, convened, decided, settled or ended', () => {
    const reached: readonly WordKey[] = [
      ...(['intake.CaseRegistered', 'intake.GrievanceServed', 'panelreview.PanelConvened'] as const),
      ...(['panelreview.InterimIssued', 'panelreview.FindingsIssued', 'referral.SettlementSigned'] as const),
      ...(['intake.ScreeningEnded', 'referral.DossierIssued'] as const),
    ];
    expect(keysOf('milestone')).toEqual(expect.arrayContaining([...reached]));
  });

  it('is that of plumbing for nothing that a person does or that silence brings about', () => {
    const own = ['registry', 'panel', 'co-chairs', 'parties'];
    const plumbing = Object.entries(wordBook).filter(([key]) => weightOf(key) === 'plumbing');
    expect(plumbing.length).toBeGreaterThan(5);
    expect(plumbing.filter(([, { who }]) => !own.includes(who)).map(([key]) => key)).toEqual([]);
  });

  it('is nothing special for an event that this release does not know', () => {
    expect([weightOf('intake.OfALaterDay'), weightOf('toString')]).toEqual([undefined, undefined]);
  });
});
