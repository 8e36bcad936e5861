import type { Grey } from './grey.ts';

/** Pixels a side of a cell in which changes are counted. */
const CELL = 32;
/** A step between neighbours that an edge of a letter makes, and paper does not. */
const STEP = 48;

/** The part of the picture, about `width` × `height` pixels, in which most edges of letters lie. */
export function busiestPart(image: Grey, width: number, height: number): Grey {
  const across = Math.ceil(image.width / CELL);
  const down = Math.ceil(image.height / CELL);
  const sums = sumEdges(image, across, down);
  const [wide, high] = [Math.min(across, Math.ceil(width / CELL)), Math.min(down, Math.ceil(height / CELL))];
  const edgesIn = (x: number, y: number): number => {
    const at = (column: number, row: number): number => sums[row * (across + 1) + column] ?? 0;
    return at(x + wide, y + high) - at(x, y + high) - at(x + wide, y) + at(x, y);
  };
  let best = { x: 0, y: 0, edges: -1 };
  for (let y = 0; y + high <= down; y++) {
    for (let x = 0; x + wide <= across; x++) {
      const edges = edgesIn(x, y);
      if (edges > best.edges) best = { x, y, edges };
    }
  }
  return cut(image, { x: best.x * CELL, y: best.y * CELL, width: wide * CELL, height: high * CELL });
}

/** Edges counted over all cells above and to the left of each corner. */
function sumEdges({ width, height, pixels }: Grey, across: number, down: number): Float64Array {
  const counts = new Float64Array((across + 1) * (down + 1));
  for (let y = 0; y < height; y += 2) {
    for (let x = 1; x < width; x++) {
      const at = y * width + x;
      if (Math.abs((pixels[at] ?? 0) - (pixels[at - 1] ?? 0)) < STEP) continue;
      const cell = (Math.floor(y / CELL) + 1) * (across + 1) + Math.floor(x / CELL) + 1;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  for (let row = 1; row <= down; row++) {
    for (let column = 1; column <= across; column++) {
      const at = row * (across + 1) + column;
      const around = (counts[at - 1] ?? 0) + (counts[at - across - 1] ?? 0) - (counts[at - across - 2] ?? 0);
      counts[at] = (counts[at] ?? 0) + around;
    }
  }
  return counts;
}

function cut(
  image: Grey,
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Grey {
  const width = Math.min(area.width, image.width - area.x);
  const height = Math.min(area.height, image.height - area.y);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (area.y + y) * image.width + area.x;
    pixels.set(image.pixels.subarray(from, from + width), y * width);
  }
  return { width, height, pixels };
}

/** Whether lines of text seem to run down the picture: ink is then parted into columns more than into rows. */
export function runsDown({ width, height, pixels }: Grey): boolean {
  // A square, so that both ways are summed over the same length.
  const side = Math.min(width, height);
  const rows = new Float64Array(side);
  const columns = new Float64Array(side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const ink = 255 - (pixels[y * width + x] ?? 0);
      rows[y] = (rows[y] ?? 0) + ink;
      columns[x] = (columns[x] ?? 0) + ink;
    }
  }
  return spread(columns) > 1.5 * spread(rows);
}

function spread(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
