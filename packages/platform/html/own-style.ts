/** What Designsystemet leaves to us: the page's frame, two-column tables, lists of facts, and paper. */
export const ownStyle = `
body { margin: 0; background: var(--ds-color-neutral-background-default); color: var(--ds-color-neutral-text-default); font-family: Inter, system-ui, sans-serif; font-size: 1.125rem; line-height: 1.5; }
.centre-header, main, .centre-footer { box-sizing: border-box; max-width: 46rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2rem); }
.centre-header { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 2rem; padding-block: 1rem; }
.centre-frame { border-bottom: 1px solid var(--ds-color-neutral-border-subtle); background: var(--ds-color-neutral-surface-default, Canvas); }
.centre-name { margin: 0; font-weight: 600; }
.centre-languages { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0; padding: 0; list-style: none; font-size: 1rem; }
.centre-languages [aria-current] { color: inherit; text-decoration: none; font-weight: 600; }
body:has(.centre-scroll) :is(.centre-header, main, .centre-footer) { max-width: 75rem; }
main { padding-block: 2rem 3rem; display: flex; flex-direction: column; gap: 2rem; overflow-wrap: anywhere; }
main:focus { outline: none; }
main > *, main p:not([data-field]) { margin: 0; }
main .ds-alert p { margin-block-start: .25rem; }
main .ds-alert p + p { margin-block-start: .75rem; }
main section { display: flex; flex-direction: column; gap: 1rem; }
main :is(h2, h3):not(.ds-error-summary *) { margin: 0; }
.centre-lines, .centre-vat, .centre-cards > .ds-card { --dsc-table-color: inherit; --dsc-table-border-color: var(--ds-color-neutral-border-subtle); --dsc-card-color: inherit; --dsc-card-border-color: var(--ds-color-neutral-border-subtle); }
.centre-form { display: flex; flex-direction: column; align-items: flex-start; gap: 1.5rem; }
.centre-form > .ds-field, .centre-form > .ds-fieldset, .centre-form > .ds-error-summary { width: 100%; }
.centre-form .ds-input:not([type=radio], [type=checkbox]) { max-width: 30rem; }
.centre-form .ds-button { min-width: 10rem; }
.centre-pay { padding: 1.5rem; border-radius: var(--ds-border-radius-lg); background: var(--ds-color-accent-surface-tinted); }
.centre-pay .centre-form { gap: 1rem; }
.centre-owed { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .25rem 2rem; font-size: 1.25rem; font-weight: 600; width: 100%; }
.centre-actions { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin-block-start: 1rem; }
.centre-lines caption, .centre-vat caption { text-align: start; }
.centre-vat caption { font-size: 1rem; }
.centre-lines, .centre-vat { overflow-wrap: break-word; }
.centre-lines th, .centre-vat tbody th { font-weight: 400; text-align: start; vertical-align: top; }
.centre-lines thead th, .centre-lines tfoot th { font-weight: 600; }
.centre-lines td, .centre-vat td { vertical-align: top; }
.ds-table .centre-amount { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.centre-total { font-weight: 600; font-size: 1.25rem; }
.centre-note { display: block; font-weight: 400; font-size: 1rem; color: var(--ds-color-neutral-text-subtle); }
.centre-cards { display: flex; flex-direction: column; gap: 1rem; margin: 0; padding: 0; list-style: none; }
.centre-facts { display: flex; flex-direction: column; gap: .75rem; margin: 0; }
.ds-card .centre-facts { margin-block-start: .75rem; }
.centre-facts > div { display: grid; grid-template-columns: minmax(0, 14rem) minmax(0, 1fr); gap: 0 1rem; }
.centre-facts dt { color: var(--ds-color-neutral-text-subtle); }
.centre-facts dd { margin: 0; }
.centre-scale { display: grid; grid-template-columns: repeat(5, 1fr); gap: .375rem; width: 100%; }
.centre-scale label { position: relative; }
.centre-scale input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.centre-scale label > span { display: grid; place-items: center; min-height: 3rem; border: 2px solid var(--ds-color-neutral-border-default); border-radius: var(--ds-border-radius-md); font-variant-numeric: tabular-nums; }
.centre-scale input:checked + span { background: var(--ds-color-accent-base-default); border-color: var(--ds-color-accent-base-default); color: var(--ds-color-accent-base-contrast-default); font-weight: 600; outline: 2px solid transparent; }
.centre-scale input:focus-visible + span { outline: 3px solid var(--ds-color-focus-outer); outline-offset: 2px; }
.centre-scale + [data-field=validation] { margin-block-start: .5rem; }
.centre-scroll { position: relative; overflow-x: auto; }
.centre-scroll:focus-visible { outline: 3px solid var(--ds-color-focus-outer); outline-offset: 2px; }
.centre-chart { display: block; width: 100%; min-width: 38rem; max-width: 52rem; height: auto; }
.centre-results caption { text-align: start; }
.centre-results th[scope=row] { font-weight: 400; text-align: start; min-width: 14rem; }
.centre-results tfoot th[scope=row] { font-weight: 600; }
.centre-results :is(td, th) { padding-inline: .5rem; }
.centre-results thead th { vertical-align: bottom; overflow-wrap: normal; }
.centre-results :is(td, thead th:not(:first-child)) { text-align: end; font-variant-numeric: tabular-nums; }
.centre-results td { white-space: nowrap; }
.centre-results .centre-note { white-space: normal; }
.centre-footer { padding-block: 1.5rem 3rem; }
@media (max-width: 32rem) {
  .centre-facts > div { grid-template-columns: minmax(0, 1fr); }
  .centre-vat :is(th, td) { padding-inline: .125rem; font-size: .875rem; }
  .centre-vat tbody th { overflow-wrap: anywhere; }
}
@media (min-width: 40rem) {
  .centre-scale { grid-template-columns: repeat(10, 1fr); }
}
@media print {
  .centre-scroll { overflow: visible; }
  .centre-chart { min-width: 0; break-inside: avoid; }
  .centre-results { font-size: .75rem; break-inside: avoid; }
  .ds-skip-link, .centre-languages, .centre-screen, .centre-form, .centre-actions, .centre-footer, .centre-pay { display: none; }
  main { padding-block: 0; gap: 1rem; }
}
`;
