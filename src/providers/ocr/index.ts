import type { Picture, Recogniser } from '../../documents/index.ts';
import { type Engine, startEngine } from './engine.ts';
import { fromPng, type Grey, scaled } from './grey.ts';
import { findLanguageData } from './languages.ts';
import { type Manner, readPicture } from './recognise.ts';

export interface RecogniserOptions {
  /** A folder with language data of the user's own (TESSDATA_PREFIX). */
  readonly dataFolder?: string;
  /** No picture is begun after this time, milliseconds since 1970. */
  readonly until?: number;
}

/** A larger picture is read as well at this size, and faster. */
const MAX_PIXELS = 12_000_000;

/**
 * Text recognition by Tesseract (WebAssembly), in this process, with language data from packages and the system; no
 * network, no cache. The engine starts with the first picture. Give it one document: it expects a page to be like the one before.
 */
export function createRecogniser({ dataFolder, until = Number.POSITIVE_INFINITY }: RecogniserOptions = {}): Recogniser {
  const data = findLanguageData(dataFolder);
  const isOver = (): boolean => Date.now() >= until;
  let known: Manner | null = null;
  return {
    missing: data.missing,
    isOver,
    recognise: async (picture) => {
      engine ??= startEngine(data);
      const running = await engine;
      const image = decode(running, picture);
      const scale = Math.min(1, Math.sqrt(MAX_PIXELS / image.pixels.length));
      const read = readPicture(running, scale < 1 ? scaled(image, scale) : image, { known, scale, isOver });
      known = read.isClear ? read.manner : null;
      return read.picture;
    },
  };
}

/** The engine writes here whatever name it is given. */
const WRITTEN = '/image.png';

/** One a process: its memory never shrinks. */
let engine: Promise<Engine> | undefined;

/** The picture in grey as shown. The engine decodes image files, in its own walled memory. */
function decode({ files, models }: Engine, picture: Picture): Grey {
  if (picture.kind === 'grey') return picture;
  const [model] = models;
  if (!model) throw new Error('no recognition data is installed');
  const api = model.api();
  files.writeFile('/input', picture.bytes);
  if (api.SetImageFile(picture.orientation, 0) === 1) throw new Error('the picture cannot be decoded');
  api.WriteImage(1, WRITTEN);
  const png = files.readFile(WRITTEN);
  files.unlink(WRITTEN);
  const image = fromPng(png);
  if (!image) throw new Error('the picture cannot be decoded');
  return image;
}
