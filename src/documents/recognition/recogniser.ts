import type { Box, Recognition } from '../../model/index.ts';

/** A picture to read: a whole image file, or a page drawn by another part (one byte a pixel, 255 is white). */
export type Picture =
  | {
      readonly kind: 'file';
      readonly bytes: Uint8Array;
      /** How the file says it is to be turned before it is shown, as EXIF numbers it; 1 is upright. */
      readonly orientation: number;
    }
  | { readonly kind: 'grey'; readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** A word in pixels of the picture as shown, from the top left corner. Confidence is the engine's, 0 to 1. */
export interface RecognisedWord extends Box {
  readonly text: string;
  readonly confidence: number;
}

/** What a picture holds: paragraphs of lines of words, in reading order. Empty where no text was found. */
export interface RecognisedPicture extends Recognition {
  readonly width: number;
  readonly height: number;
  readonly paragraphs: readonly (readonly (readonly RecognisedWord[])[])[];
}

/** A language whose data is not installed, and what to install. */
export interface MissingLanguage {
  /** ISO 639-1 code that text in it is detected as. */
  readonly language: string;
  readonly name: string;
  readonly install: string;
}

/** Reads text off pictures. Given by the outer ring, as it needs an engine and language data. */
export interface Recogniser {
  readonly missing: readonly MissingLanguage[];
  /** `true` once the time set for this file is used up: no further picture is begun. */
  readonly isOver: () => boolean;
  /** Throws when the picture cannot be decoded. */
  readonly recognise: (picture: Picture) => Promise<RecognisedPicture>;
}
