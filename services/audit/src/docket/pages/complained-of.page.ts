import { wordBook } from '@parley/contracts';
import { html, type Html } from '@parley/http';
import { agreementName } from '@parley/procedure';
import type { ClaimLine, ComplainedOf, MeasureLine } from '../docket-claims.rules';
import type { PageContext } from './page-context.page';
import { pageWords } from './page-words.page';

/** What a case is about: each measure, and the provisions that it is held against. */
export const complainedOfSection = (page: PageContext, { measures, claims }: ComplainedOf): Html =>
  html`<section aria-labelledby="claims"><h2 id="claims">${page.say(pageWords.about)}</h2>
<p class="note">${page.say(pageWords.notPublic)} ${page.term('measure', page.say(pageWords.measure))} · ${page.term('claim', page.say(pageWords.claim))} · ${page.term('provision', page.say(pageWords.provision))}</p>
${measures.map((measure) => measureOf(page, measure, claims))}</section>`;

function measureOf(page: PageContext, measure: MeasureLine, claims: readonly ClaimLine[]): Html {
  const { id, title, wtoMember, number, issuer, date, citation, endedOn } = measure;
  const against = claims.filter((claim) => claim.measure === id);
  const heads = [pageWords.claim, pageWords.agreement, pageWords.provision];
  return html`<div class="said"><h3>${page.written(title)}</h3>
<p>${page.listed(page.partyName(wtoMember), ...[issuer, number, date, citation].filter(Boolean).map(written))}${
    endedOn !== '' && html`<span class="step">${page.say(pageWords.notAppliedFrom)} ${endedOn}</span>`
  }</p>
${
  against.length > 0 &&
  html`<table class="plain"><thead><tr>${heads.map((head) => html`<th scope="col">${page.say(head)}</th>`)}</tr></thead>
<tbody>${against.map((claim) => html`<tr><th scope="row">${claim.id}</th><td>${page.say(agreementName(claim.agreement))}${claim.isWithdrawn && html`<span class="step">${page.say(wordBook['intake.ClaimsWithdrawn'].name)}</span>`}</td><td>${claim.provision || '–'}</td></tr>`)}</tbody></table>`
}</div>`;
}

/** As the instrument has it, isolated from the text around it. */
const written = (text: string): Html => html`<bdi>${text}</bdi>`;

/** A claim with the provision that it stands on. */
export function claimNamed(page: PageContext, claimId: string, { claims }: ComplainedOf): Html {
  const claim = claims.find(({ id }) => id === claimId);
  if (!claim) return html`${claimId}`;
  return html`${claimId}<span class="step">${page.say(agreementName(claim.agreement))} ${claim.provision}</span>`;
}
