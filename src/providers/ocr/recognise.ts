import type { RecognisedPicture } from '../../documents/index.ts';
import type { Engine, Model } from './engine.ts';
import { denoised, type Grey, scaled, toPgm, turned } from './grey.ts';
import { busiestPart, runsDown } from './sample.ts';
import { confidenceOf, type Paragraphs, readTable, turnBack } from './words.ts';

/** From here up a second look at the page gains nothing. */
const GOOD = 0.91;
/** A sample this sure tells the script and which way is up. */
const CLEAR = 0.82;
/** Below this a page may be written the other way up, or in another script than the one before. */
const STRANGE = 0.7;
/** Part of a page that is enough to tell. */
const SAMPLE = { width: 720, height: 288 };
/** Below this what was read is no writing, and no second look makes it one. */
const HOPELESS = 0.3;
/** A picture up to this size may be a photograph of a screen or a small print, and gains from being enlarged. */
const SMALL = 3_000_000;
/** Slopes below this (a third of a degree) read as well as none; above the other, lines were not found. */
const SLOPE = { least: 0.005, most: 0.4 };

/** How to read a page: with which model, after how many quarter turns clockwise. */
export interface Manner {
  readonly model: Model;
  readonly quarters: number;
}

interface Look {
  readonly paragraphs: Paragraphs;
  readonly confidence: number;
  readonly radians: number;
}

/** Reads one picture in one manner. Lines that run at a slope are made level first. */
function look(engine: Engine, { model }: Manner, image: Grey): Look {
  const api = model.api();
  engine.files.writeFile('/input', toPgm(image));
  if (api.SetImageFile(1, 0) === 1) throw new Error('the picture cannot be decoded');
  api.FindLines();
  const slope = api.GetGradient();
  const radians = Math.abs(slope) >= SLOPE.least && Math.abs(slope) <= SLOPE.most ? slope : 0;
  if (radians !== 0) api.SetImageFile(1, radians);
  api.Recognize(null);
  const paragraphs = readTable(api.GetTSVText(0));
  return { paragraphs, confidence: confidenceOf(paragraphs), radians };
}

/**
 * The manner in which a sample of the page reads best. Upright text in the first script is tried first and mostly is it;
 * the others only when that does not read well.
 */
function findManner(engine: Engine, image: Grey): Manner {
  const [first] = engine.models;
  if (!first) throw new Error('no recognition data is installed');
  const upright = busiestPart(image, SAMPLE.width, SAMPLE.height);
  // A page on its side is sampled along its lines, so that they keep their length.
  const sideways = busiestPart(image, SAMPLE.height, SAMPLE.width);
  let best: { readonly manner: Manner; readonly confidence: number } = {
    manner: { model: first, quarters: 0 },
    confidence: -1,
  };
  const [likely, other] = runsDown(upright)
    ? [
        [1, 3],
        [0, 2],
      ]
    : [
        [0, 2],
        [1, 3],
      ];
  for (const quarters of [...(likely ?? []), ...(other ?? [])]) {
    if (other?.includes(quarters) && best.confidence > STRANGE) break;
    const sample = turned(quarters % 2 === 0 ? upright : sideways, quarters);
    for (const model of engine.models) {
      const { confidence, paragraphs } = look(engine, { model, quarters }, sample);
      const letters = paragraphs.flat(2).reduce((sum, { text }) => sum + text.length, 0);
      if (confidence > best.confidence && letters > 5) best = { manner: { model, quarters }, confidence };
      if (best.confidence >= CLEAR) return best.manner;
    }
  }
  return best.manner;
}

/** What is read off one picture, and in which manner: the next page of the document is likely to be the same. */
export interface Read {
  readonly picture: RecognisedPicture;
  readonly manner: Manner;
  readonly isClear: boolean;
}

/** Reads a picture, `known` being how the page before it was read. `scale` is pixels of `image` for one of the picture as shown. */
export function readPicture(
  engine: Engine,
  image: Grey,
  { known, scale, isOver }: { readonly known: Manner | null; readonly scale: number; readonly isOver: () => boolean },
): Read {
  let manner = known ?? findManner(engine, image);
  let best = readBest(engine, { manner, isOver }, image);
  if (known && best.confidence < STRANGE && !isOver()) {
    const other = findManner(engine, image);
    if (other.model !== known.model || other.quarters !== known.quarters) {
      const again = readBest(engine, { manner: other, isOver }, image);
      if (again.confidence > best.confidence) [best, manner] = [again, other];
    }
  }
  const { width, height } = image;
  const turn = { quarters: manner.quarters, radians: best.radians, width, height };
  const paragraphs = best.paragraphs.map((lines) =>
    lines.map((words) =>
      words.map((word) => {
        const box = turnBack(
          {
            x: word.x / best.scale,
            y: word.y / best.scale,
            width: word.width / best.scale,
            height: word.height / best.scale,
          },
          turn,
        );
        return { ...word, x: box.x / scale, y: box.y / scale, width: box.width / scale, height: box.height / scale };
      }),
    ),
  );
  return {
    manner,
    isClear: best.confidence >= CLEAR,
    picture: {
      engine: engine.version(),
      languages: manner.model.languages,
      confidence: best.confidence,
      width: width / scale,
      height: height / scale,
      paragraphs,
    },
  };
}

/** The surest of up to three looks: as it is, without grain, enlarged. Clean pages take one. */
function readBest(
  engine: Engine,
  { manner, isOver }: { readonly manner: Manner; readonly isOver: () => boolean },
  image: Grey,
): Look & { readonly scale: number } {
  const upright = turned(image, manner.quarters);
  let best = { ...look(engine, manner, upright), scale: 1 };
  if (best.confidence >= GOOD || best.confidence < HOPELESS || isOver()) return best;
  const clean = denoised(upright);
  const second = look(engine, manner, clean);
  if (second.confidence > best.confidence) best = { ...second, scale: 1 };
  if (best.confidence >= CLEAR || upright.pixels.length > SMALL || isOver()) return best;
  const third = look(engine, manner, scaled(upright, 2));
  return third.confidence > best.confidence ? { ...third, scale: 2 } : best;
}
