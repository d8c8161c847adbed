/**
 * The style sheet of the docket's pages: no font, image or script from anywhere, light and dark, narrow and wide, and
 * on paper.
 */
export const DOCKET_CSS = `
:root {
  --ink: #1b2430;
  --soft: #56616f;
  --line: #d9dee5;
  --paper: #fbfaf7;
  --sheet: #fff;
  --accent: #14507a;
  --mark: #0f3d5e;
  --silent: #9a3412;
  --badge: #e6eff6;
  --serif: "Source Serif 4", "Iowan Old Style", "Palatino Linotype", Georgia, "Noto Serif SC", "Songti SC", SimSun, serif;
  --sans:
    system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei",
    sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8ebef;
    --soft: #a3adba;
    --line: #36404d;
    --paper: #12171d;
    --sheet: #1a2129;
    --accent: #8cc4ee;
    --mark: #0f3d5e;
    --silent: #f4a26b;
    --badge: #223445;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--sans); }
a { color: var(--accent); text-underline-offset: 0.15em; }
a:focus-visible,
button:focus-visible,
select:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 2px;
  border-radius: 2px;
}
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; z-index: 1; padding: 0.5rem 1rem; background: var(--sheet); }
.band, main { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
.masthead { background: var(--mark); border-bottom: 4px solid #c8a951; }
.masthead .band { display: flex; align-items: center; justify-content: space-between; gap: 1rem; padding-block: 1rem; }
.masthead a { color: #fff; }
.masthead a:focus-visible { outline-color: #c8a951; }
.brand { text-decoration: none; display: flex; flex-direction: column; line-height: 1.3; }
.brand-name { font: 600 1.15rem/1.3 var(--serif); letter-spacing: 0.01em; }
.brand-part { font-size: 0.85rem; opacity: 0.85; }
.twin {
  white-space: nowrap;
  border: 1px solid rgb(255 255 255 / 0.55);
  border-radius: 999px;
  padding: 0.3rem 0.9rem;
  text-decoration: none;
  font-size: 0.95rem;
}
.twin:hover { background: rgb(255 255 255 / 0.14); }
main { padding-block: 2rem 3rem; }
h1 {
  font: 600 clamp(1.6rem, 1.2rem + 1.8vw, 2.3rem)/1.25 var(--serif);
  margin: 0 0 0.5rem;
  text-wrap: balance;
  overflow-wrap: anywhere;
}
h1 small { font: 0.95rem var(--sans); color: var(--soft); }
h2 { font: 600 1.25rem/1.3 var(--serif); margin: 2.25rem 0 0.5rem; }
.lead { color: var(--soft); max-width: 46rem; margin: 0 0 1.5rem; font-size: 1.05rem; }
.note { color: var(--soft); font-size: 0.9rem; margin: 0 0 1rem; }
.filter {
  display: flex;
  flex-wrap: wrap;
  gap: 0.75rem 1rem;
  align-items: end;
  margin: 0 0 1.5rem;
  padding: 1rem;
  background: var(--sheet);
  border: 1px solid var(--line);
  border-radius: 8px;
}
.filter label { display: grid; gap: 0.2rem; flex: 1 1 9rem; font-size: 0.85rem; color: var(--soft); }
.filter select,
.filter button {
  font: inherit;
  font-size: 1rem;
  min-height: 2.75rem;
  border-radius: 6px;
  border: 1px solid var(--line);
  padding: 0.3rem 0.7rem;
  color: var(--ink);
  background: var(--paper);
}
.filter button { background: var(--mark); color: #fff; border-color: var(--mark); padding-inline: 1.5rem; cursor: pointer; }
table { width: 100%; border-collapse: collapse; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; }
th, td { text-align: start; vertical-align: top; padding: 0.85rem 1rem; border-top: 1px solid var(--line); font-weight: 400; }
thead th { border-top: 0; color: var(--soft); font-size: 0.82rem; font-weight: 600; }
.docket th[scope="row"] { white-space: nowrap; }
.docket th[scope="row"] a { font-weight: 600; font-variant-numeric: tabular-nums; }
.since, .parties { display: block; color: var(--soft); font-size: 0.88rem; }
.parties i { font-style: normal; opacity: 0.8; padding-inline: 0.15em; }
.subject { display: block; font: 600 1.05rem/1.4 var(--serif); overflow-wrap: anywhere; }
.matter { min-width: 15rem; }
.what, .when { display: block; }
.when { color: var(--soft); font-size: 0.88rem; }
.minute { white-space: nowrap; }
.badge { display: inline-block; background: var(--badge); border-radius: 999px; padding: 0.15rem 0.75rem; font-size: 0.9rem; }
.badge::first-letter, .what::first-letter, dd::first-letter { text-transform: uppercase; }
.docket .badge { white-space: nowrap; }
.badge.ended { background: none; border: 1px solid var(--soft); }
.silent, .unanswered { color: var(--silent); font-weight: 600; }
.nothing {
  padding: 2rem;
  text-align: center;
  color: var(--soft);
  background: var(--sheet);
  border: 1px dashed var(--line);
  border-radius: 8px;
}
.pages { display: flex; justify-content: space-between; padding-top: 1rem; }
.back { margin: 0 0 1rem; }
.back a::before { content: "\\2190\\00a0" / ""; }
.case .number { margin: 0; color: var(--soft); font-weight: 600; letter-spacing: 0.04em; font-variant-numeric: tabular-nums; }
.case .parties { font-size: 1.05rem; margin: 0; }
.facts {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
  gap: 1px;
  margin: 1.5rem 0 0;
  background: var(--line);
  border: 1px solid var(--line);
  border-radius: 8px;
  overflow: hidden;
}
.facts > div { background: var(--sheet); padding: 0.8rem 1rem; }
dt { color: var(--soft); font-size: 0.82rem; font-weight: 600; }
dd { margin: 0; }
.step { display: block; }
.written { max-width: 46rem; white-space: pre-line; overflow-wrap: anywhere; margin: 0; font: 1.08rem/1.7 var(--serif); }
.plain { width: auto; min-width: min(100%, 32rem); }
.plain th[scope="col"] { white-space: nowrap; }
.plain th[scope="row"] { font-variant-numeric: tabular-nums; }
.plain td p { margin: 0.1rem 0 0; }
.plain td .note { margin-top: 0.75rem; }
.chronology { list-style: none; margin: 0; padding: 0; border-inline-start: 2px solid var(--line); }
.chronology li {
  position: relative;
  display: grid;
  grid-template-columns: 12.5rem 1fr auto;
  gap: 0.1rem 1.25rem;
  padding: 0.55rem 0 0.55rem 1.5rem;
}
.chronology li::before {
  content: "";
  position: absolute;
  left: -6px;
  top: 1.15rem;
  width: 10px;
  height: 10px;
  border-radius: 50%;
  background: var(--accent);
}
.at { color: var(--soft); font-size: 0.9rem; font-variant-numeric: tabular-nums; }
.said { overflow-wrap: anywhere; }
.serial { font-size: 0.82rem; color: var(--soft); white-space: nowrap; }
footer { border-top: 1px solid var(--line); color: var(--soft); font-size: 0.9rem; padding-block: 1rem 2rem; }
footer p { margin: 0.25rem 0; }
@media (max-width: 46rem) {
  .docket thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .docket, .docket tbody, .docket tr, .docket td, .docket th[scope="row"] { display: block; width: auto; }
  .docket { border: 0; background: none; }
  .docket tr {
    background: var(--sheet);
    border: 1px solid var(--line);
    border-radius: 8px;
    margin-bottom: 1rem;
    padding: 0.35rem 0;
  }
  .docket td, .docket th[scope="row"] { border: 0; padding: 0.35rem 1rem; min-width: 0; }
  .docket td:not(.matter)::before {
    content: attr(data-label);
    display: block;
    color: var(--soft);
    font-size: 0.8rem;
    font-weight: 600;
  }
  .docket .since { display: inline; padding-inline-start: 0.6rem; }
  .chronology li { grid-template-columns: 1fr; }
}
@media print {
  :root { --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --sheet: #fff; --accent: #000; --silent: #000; --badge: #fff; }
  body { font-size: 10.5pt; }
  .masthead { background: none; border-bottom: 2pt solid #000; }
  .masthead a { color: #000; }
  .twin, .filter, .pages, .back, .skip { display: none; }
  a { text-decoration: none; }
  tr, .chronology li, .facts > div { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`;
