/** One line of a chart: what it is called, and its value at each place along the axis; `undefined` where there is none. */
export interface ChartLine {
  readonly label: string;
  readonly values: readonly (number | undefined)[];
}

/** A value at its place in the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How big the picture is, in its own units, and what is left free around the lines for words. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Scale {
  readonly lowest: number;
  readonly highest: number;
}

/** Where each place along the axis is, evenly spread; a single one is in the middle. */
export function across({ width, left, right }: Frame, places: number): readonly number[] {
  const room = width - left - right;
  return Array.from({ length: places }, (_none, index) =>
    rounded(places === 1 ? left + room / 2 : left + (room * index) / (places - 1)),
  );
}

/** How far down a value is. */
export function down({ height, top, bottom }: Frame, { lowest, highest }: Scale, value: number): number {
  return rounded(top + ((height - top - bottom) * (highest - value)) / (highest - lowest));
}

/** The stretches of a line between its gaps: a line drawn over a gap would tell of what nobody knows. */
export function stretches(points: readonly (Point | undefined)[]): readonly (readonly Point[])[] {
  const found: Point[][] = [];
  let open: Point[] | undefined;
  for (const point of points) {
    if (!point) open = undefined;
    else if (open) open.push(point);
    else {
      open = [point];
      found.push(open);
    }
  }
  return found;
}

/**
 * Heights for labels that want to stand at `wanted`, at least `apart` from each other and none above `top` or below
 * `bottom` while there is room: from the top each is pushed down as far as it must, then from the bottom up.
 */
export function spreadLabels(
  wanted: readonly number[],
  { apart, top, bottom }: { readonly apart: number; readonly top: number; readonly bottom: number },
): readonly number[] {
  const order = wanted.map((_none, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const heights = [...wanted];
  let above = top - apart;
  for (const index of order) {
    above = Math.max(heights[index] ?? 0, above + apart);
    heights[index] = above;
  }
  let below = bottom + apart;
  for (const index of order.toReversed()) {
    below = Math.min(heights[index] ?? 0, below - apart);
    heights[index] = below;
  }
  return heights.map(rounded);
}

function rounded(units: number): number {
  return Math.round(units * 10) / 10;
}
