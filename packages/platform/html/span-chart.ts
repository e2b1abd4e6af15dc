import { type Html, html } from "./html.ts";
import type { Scale } from "./line-chart-geometry.ts";

/** How far something went: where it began and where it ended. */
interface Span {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

export interface SpanChart {
  /** Unique on its page: what the picture's name and description are found by. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, in words, for those who can't see it. */
  readonly description: string;
  readonly groups: readonly { readonly label: string; readonly spans: readonly Span[] }[];
  readonly scale: Scale;
  readonly write: (value: number) => string;
}

const WIDTH = 760;
const LEFT = 190;
const RIGHT = 120;
const ROW = 26;
const TOP = 30;
const INK = "#1e2b3c";
const GRID = "#d5dae1";
const LINE = "#0b4f8a";

/**
 * Spans on one scale, group by group: a ring where each began and an arrow to where it ended, its name on the left and both
 * numbers on the right. Shape tells the direction, so nothing hangs on colour.
 */
export function spanChart({ id, title, description, groups, scale, write }: SpanChart): Html {
  const { rows, height } = placed(groups);
  const x = (value: number) =>
    Math.round(LEFT + ((WIDTH - LEFT - RIGHT) * (value - scale.lowest)) / (scale.highest - scale.lowest));
  const whole = Array.from({ length: scale.highest - scale.lowest + 1 }, (_none, index) => scale.lowest + index);
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="centre-chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-description" font-family="Inter, system-ui, sans-serif" font-size="15" fill="${INK}">
<title id="${id}-title">${title}</title>
<desc id="${id}-description">${description}</desc>
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
${whole.map((value) => html`<path d="M${x(value)} ${TOP - 8}V${height - 8}" stroke="${GRID}"/><text x="${x(value)}" y="${TOP - 14}" text-anchor="middle">${value}</text>`)}
${rows.map((row) =>
  row.kind === "group"
    ? html`<text x="8" y="${row.y + 5}" font-weight="600">${row.label}</text>
`
    : html`<text x="20" y="${row.y + 5}">${row.span.label}</text>${arrow(x(row.span.from), x(row.span.to), row.y)}<text x="${WIDTH - 8}" y="${row.y + 5}" text-anchor="end">${write(row.span.from)} → ${write(row.span.to)}</text>
`,
)}
</svg>`;
}

type Row =
  | { readonly kind: "group"; readonly label: string; readonly y: number }
  | { readonly kind: "span"; readonly span: Span; readonly y: number };

function placed(groups: SpanChart["groups"]): { readonly rows: readonly Row[]; readonly height: number } {
  const rows: Row[] = [];
  let y = TOP + ROW / 2;
  for (const { label, spans } of groups) {
    rows.push({ kind: "group", label, y });
    for (const span of spans) {
      y += ROW;
      rows.push({ kind: "span", span, y });
    }
    y += ROW + 6;
  }
  return { rows, height: y };
}

/** A ring where it began, a head where it ended; only the ring where nothing changed. */
function arrow(from: number, to: number, y: number): Html {
  const ring = html`<circle cx="${from}" cy="${y}" r="5" fill="#ffffff" stroke="${LINE}" stroke-width="2"/>`;
  if (from === to) return ring;
  const back = to > from ? -9 : 9;
  return html`<path d="M${from} ${y}H${to}" stroke="${LINE}" stroke-width="2.5"/><path d="M${to} ${y}l${back} -6v12Z" fill="${LINE}"/>${ring}`;
}
