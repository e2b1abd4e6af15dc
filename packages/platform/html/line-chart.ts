import { type Html, html } from "./html.ts";
import {
  across,
  type ChartLine,
  down,
  type Frame,
  type Point,
  type Scale,
  spreadLabels,
  stretches,
} from "./line-chart-geometry.ts";

export interface LineChart {
  /** Unique on its page: what the picture's name and description are found by. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, in words, for those who can't see it. */
  readonly description: string;
  /** What stands along the axis, short. */
  readonly places: readonly string[];
  readonly lines: readonly ChartLine[];
  readonly scale: Scale;
  /** A value as it is written beside the last point. */
  readonly write: (value: number) => string;
}

const FRAME: Frame = { width: 760, height: 420, left: 36, right: 210, top: 16, bottom: 44 };
const TEXT_SIZE = 16;
const INK = "#1e2b3c";
const GRID = "#d5dae1";

/** Each line differs in colour (3 : 1 on white, also for the colour-blind), dashes and marker: print in grey tells them apart. */
const STYLES = [
  { colour: "#0b4f8a", dashes: "none", marker: "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0 -5 0Z" },
  { colour: "#b3480f", dashes: "9 4", marker: "M-5 -5H5V5H-5Z" },
  { colour: "#00735c", dashes: "2 4", marker: "M0 -6L6 5H-6Z" },
  { colour: "#8a2466", dashes: "12 4 2 4", marker: "M0 -7L7 0L0 7L-7 0Z" },
  { colour: "#4d4d4d", dashes: "5 3", marker: "M0 6L6 -5H-6Z" },
  { colour: "#7a5c00", dashes: "16 5", marker: "M-2 -6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z" },
] as const;

/** At most so many lines are told apart. */
const MOST_LINES = STYLES.length;

/**
 * A line chart as SVG that stands by itself, in a page or as a file: named and described, each line with its label and last value at its end.
 * Attributes instead of styles, since a page's policy allows no inline style.
 */
export function lineChart({ id, title, description, places, lines, scale, write }: LineChart): Html {
  const xs = across(FRAME, places.length);
  const drawn = lines.slice(0, MOST_LINES).map(({ label, values }, index) => ({
    label,
    style: STYLES[index] ?? STYLES[0],
    points: xs.map((x, place) => at(x, values[place], scale)),
    last: values.findLast((value) => value !== undefined),
  }));
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="centre-chart" viewBox="0 0 ${FRAME.width} ${FRAME.height}" role="img" aria-labelledby="${id}-title ${id}-description" font-family="Inter, system-ui, sans-serif" font-size="${TEXT_SIZE}" fill="${INK}">
<title id="${id}-title">${title}</title>
<desc id="${id}-description">${description}</desc>
<rect width="${FRAME.width}" height="${FRAME.height}" fill="#ffffff"/>
${gridLines(scale)}
${places.map((place, index) => html`<text x="${xs[index]}" y="${FRAME.height - 14}" text-anchor="middle">${place}</text>`)}
${drawn.map(({ points, style }) => line(points, style))}
${labels(drawn, write)}
</svg>`;
}

interface Drawn {
  readonly label: string;
  readonly style: (typeof STYLES)[number];
  readonly points: readonly (Point | undefined)[];
  readonly last: number | undefined;
}

function at(x: number, value: number | undefined, scale: Scale): Point | undefined {
  return value === undefined ? undefined : { x, y: down(FRAME, scale, value) };
}

function gridLines(scale: Scale): Html[] {
  const whole = Array.from({ length: scale.highest - scale.lowest + 1 }, (_none, index) => scale.lowest + index);
  return whole.map((value) => {
    const y = down(FRAME, scale, value);
    return html`<path d="M${FRAME.left} ${y}H${FRAME.width - FRAME.right}" stroke="${GRID}"/><text x="${FRAME.left - 8}" y="${y + 5}" text-anchor="end">${value}</text>
`;
  });
}

function line(points: readonly (Point | undefined)[], { colour, dashes, marker }: Drawn["style"]): Html {
  return html`${stretches(points).map(
    (stretch) =>
      html`<path d="M${stretch.map(({ x, y }) => `${x} ${y}`).join("L")}" fill="none" stroke="${colour}" stroke-width="2.5" stroke-dasharray="${dashes}"/>`,
  )}${points.map((point) => point && html`<path d="${marker}" transform="translate(${point.x} ${point.y})" fill="${colour}"/>`)}
`;
}

/** Each line's name and last value right of its last point, so that nobody looks back and forth to a legend. */
function labels(drawn: readonly Drawn[], write: (value: number) => string): Html[] {
  const shown = drawn.flatMap(({ label, style, points, last }) => {
    const end = points.findLast((point) => point !== undefined);
    return end && last !== undefined ? [{ label, style, end, last }] : [];
  });
  const room = { apart: TEXT_SIZE * 1.3, top: FRAME.top, bottom: FRAME.height - FRAME.bottom };
  const heights = spreadLabels(
    shown.map(({ end }) => end.y),
    room,
  );
  const x = FRAME.width - FRAME.right + 28;
  return shown.map(({ label, style, end, last }, index) => {
    const y = heights[index] ?? end.y;
    return html`<path d="M${end.x + 8} ${end.y}L${x - 4} ${y}" stroke="${style.colour}" stroke-opacity="0.5" fill="none"/><text x="${x}" y="${y + 5}" fill="${style.colour}">${label} ${write(last)}</text>
`;
  });
}
