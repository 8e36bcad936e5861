import { inflateSync } from 'node:zlib';

/** A picture of one byte a pixel, row by row; 0 is black, 255 white. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** The picture as a PGM file, the plainest form that the engine takes. */
export function toPgm({ width, height, pixels }: Grey): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + pixels.length);
  file.set(head);
  file.set(pixels, head.length);
  return file;
}

/** The picture in a PNG file of 8-bit grey without interlacing, as the engine writes it; `null` for any other PNG. */
export function fromPng(file: Uint8Array): Grey | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (file[24] !== 8 || file[25] !== 0 || file[28] !== 0) return null;
  const data: Uint8Array[] = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const size = view.getUint32(at);
    if (view.getUint32(at + 4) === 0x49444154) data.push(file.subarray(at + 8, at + 8 + size));
    at += 12 + size;
  }
  const rows = inflateSync(Buffer.concat(data), { maxOutputLength: (width + 1) * height });
  return { width, height, pixels: unfilter(rows, width, height) };
}

function unfilter(rows: Uint8Array, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (width + 1)] ?? 0;
    const from = y * (width + 1) + 1;
    const to = y * width;
    for (let x = 0; x < width; x++) {
      const left = x > 0 ? (pixels[to + x - 1] ?? 0) : 0;
      const up = y > 0 ? (pixels[to - width + x] ?? 0) : 0;
      const corner = x > 0 && y > 0 ? (pixels[to - width + x - 1] ?? 0) : 0;
      pixels[to + x] = (rows[from + x] ?? 0) + predict(filter, left, up, corner);
    }
  }
  return pixels;
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const estimate = left + up - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The picture turned clockwise by quarters. */
export function turned(image: Grey, quarters: number): Grey {
  if (quarters === 0) return image;
  const { width, height, pixels } = image;
  const out = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = pixels[y * width + x] ?? 0;
      if (quarters === 1) out[x * height + (height - 1 - y)] = value;
      else if (quarters === 2) out[(height - 1 - y) * width + (width - 1 - x)] = value;
      else out[(width - 1 - x) * height + y] = value;
    }
  }
  return quarters === 2 ? { width, height, pixels: out } : { width: height, height: width, pixels: out };
}

/** The picture `factor` times as large, each pixel interpolated between its four neighbours. */
export function scaled({ width, height, pixels }: Grey, factor: number): Grey {
  const wide = Math.max(1, Math.round(width * factor));
  const high = Math.max(1, Math.round(height * factor));
  const out = new Uint8Array(wide * high);
  for (let y = 0; y < high; y++) {
    const fromY = Math.min(height - 1, Math.max(0, (y + 0.5) / factor - 0.5));
    const y0 = Math.floor(fromY);
    const y1 = Math.min(height - 1, y0 + 1);
    for (let x = 0; x < wide; x++) {
      const fromX = Math.min(width - 1, Math.max(0, (x + 0.5) / factor - 0.5));
      const x0 = Math.floor(fromX);
      const x1 = Math.min(width - 1, x0 + 1);
      const [right, down] = [fromX - x0, fromY - y0];
      const top = (pixels[y0 * width + x0] ?? 0) * (1 - right) + (pixels[y0 * width + x1] ?? 0) * right;
      const bottom = (pixels[y1 * width + x0] ?? 0) * (1 - right) + (pixels[y1 * width + x1] ?? 0) * right;
      out[y * wide + x] = Math.round(top * (1 - down) + bottom * down);
    }
  }
  return { width: wide, height: high, pixels: out };
}

/** Each pixel becomes the middle value of its 3 × 3 neighbourhood: specks and grain go, edges stay. */
export function denoised({ width, height, pixels }: Grey): Grey {
  const out = new Uint8Array(pixels);
  const sorted = new Uint8Array(9);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      let count = 0;
      for (let row = at - width; row <= at + width; row += width) {
        for (let next = row - 1; next <= row + 1; next++) {
          const value = pixels[next] ?? 0;
          let place = count++;
          for (; place > 0 && (sorted[place - 1] ?? 0) > value; place--) sorted[place] = sorted[place - 1] ?? 0;
          sorted[place] = value;
        }
      }
      out[at] = sorted[4] ?? 0;
    }
  }
  return { width, height, pixels: out };
}
