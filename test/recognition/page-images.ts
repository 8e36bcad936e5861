import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

/** A picture in grey, one byte a pixel, 255 is white. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A page with the given paragraphs, the first as heading, as a browser draws it at twice its size. */
export async function drawText(browser: Browser, text: string, font: string): Promise<GreyImage> {
  const page = await browser.newPage({ viewport: { width: 827, height: 760 }, deviceScaleFactor: 2 });
  try {
    const body = text.split('\n\n').map((part, i) => (i === 0 ? `<h2>${part}</h2>` : `<p>${part}</p>`));
    await page.setContent(
      `<html><body style="margin:70px;background:#fff;font:17px/1.5 ${font}">${body.join('')}</body></html>`,
    );
    return decodePng(await page.screenshot());
  } finally {
    await page.close();
  }
}

/** An 8-bit PNG as the browser writes it. */
export function decodePng(file: Buffer): GreyImage {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const channels = file[25] === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const rows = new Uint8Array(height * stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let i = 0; i < stride; i++) {
      const left = i >= channels ? rows[y * stride + i - channels]! : 0;
      const up = y > 0 ? rows[(y - 1) * stride + i]! : 0;
      const corner = i >= channels && y > 0 ? rows[(y - 1) * stride + i - channels]! : 0;
      const near = [left, up, corner].sort(
        (a, b) => Math.abs(left + up - corner - a) - Math.abs(left + up - corner - b),
      );
      const guess = [0, left, up, (left + up) >> 1, near[0]!][filter ?? 0] ?? 0;
      rows[y * stride + i] = raw[y * (stride + 1) + 1 + i]! + guess;
    }
  }
  return { width, height, pixels: Uint8Array.from({ length: width * height }, (_, i) => rows[i * channels + 1]!) };
}

/** The picture as a scanner would have it: turned by degrees about its middle, with grain and specks. Always the same. */
export function spoil(image: GreyImage, { degrees = 0, grain = 0, specks = 0 }): GreyImage {
  const { width, height, pixels } = image;
  let state = 20_310_314;
  const random = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 255 : pixels[y * width + x]!;
  const out = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const [fromX, fromY] = [width / 2 + dx * cos + dy * sin, height / 2 - dx * sin + dy * cos];
      const [x0, y0] = [Math.floor(fromX), Math.floor(fromY)];
      const [right, down] = [fromX - x0, fromY - y0];
      const top = at(x0, y0) * (1 - right) + at(x0 + 1, y0) * right;
      const bottom = at(x0, y0 + 1) * (1 - right) + at(x0 + 1, y0 + 1) * right;
      const noise = grain * Math.sqrt(-2 * Math.log(random() + 1e-9)) * Math.cos(2 * Math.PI * random());
      const speck = random();
      out[y * width + x] = speck < specks / 2 ? 0 : speck < specks ? 255 : top * (1 - down) + bottom * down + noise;
    }
  }
  return { width, height, pixels: new Uint8Array(out) };
}

/** The picture turned clockwise by a quarter. */
export function turnQuarter({ width, height, pixels }: GreyImage): GreyImage {
  const out = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) out[x * height + height - 1 - y] = pixels[y * width + x]!;
  return { width: height, height: width, pixels: out };
}

export function encodePng({ width, height, pixels }: GreyImage): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      pngChunk('IHDR', head),
      pngChunk('IDAT', deflateSync(rows)),
      pngChunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

export function pngChunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

/** A TIFF of uncompressed grey pages. */
export function encodeTiff(pages: readonly GreyImage[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])];
  let at = 8;
  pages.forEach(({ width, height, pixels }, i) => {
    const tags: readonly (readonly [tag: number, value: number])[] = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, at + 2 + 9 * 12 + 4],
      [277, 1],
      [278, height],
      [279, pixels.length],
    ];
    const directory = Buffer.alloc(2 + tags.length * 12 + 4);
    directory.writeUInt16LE(tags.length, 0);
    tags.forEach(([tag, value], n) => {
      directory.writeUInt16LE(tag, 2 + n * 12);
      directory.writeUInt16LE(4, 4 + n * 12);
      directory.writeUInt32LE(1, 6 + n * 12);
      directory.writeUInt32LE(value, 10 + n * 12);
    });
    const padding = pixels.length % 2;
    at += directory.length + pixels.length + padding;
    directory.writeUInt32LE(i + 1 < pages.length ? at : 0, directory.length - 4);
    parts.push(directory, Buffer.from(pixels), Buffer.alloc(padding));
  });
  return new Uint8Array(Buffer.concat(parts));
}

/** A PDF whose pages are nothing but the given pictures, drawn over a whole page of `points`. */
export function pictureOnlyPdf(pages: readonly GreyImage[], points = { width: 595, height: 547 }): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  const add = (head: string, stream?: Buffer): void => {
    offsets.push(parts.reduce((sum, part) => sum + part.length, 0));
    parts.push(Buffer.from(`${offsets.length} 0 obj\n${head}\n`));
    if (stream) parts.push(Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n'));
    parts.push(Buffer.from('endobj\n'));
  };
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${pages.map((_, i) => `${3 + 3 * i} 0 R`).join(' ')}] /Count ${pages.length} >>`);
  pages.forEach(({ width, height, pixels }, i) => {
    const own = 3 + 3 * i;
    const data = deflateSync(pixels);
    const draw = Buffer.from(`${points.width} 0 0 ${points.height} 0 0 cm /I Do`);
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${points.width} ${points.height}] /Contents ${own + 1} 0 R /Resources << /XObject << /I ${own + 2} 0 R >> >> >>`,
    );
    add(`<< /Length ${draw.length} >>`, draw);
    add(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length ${data.length} >>`,
      data,
    );
  });
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = offsets.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
