/** The part of Tesseract's WebAssembly build that clew uses; the package ships no types. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  export interface TesseractApi {
    readonly Init: (path: null, languages: string, mode: number) => number;
    readonly SetVariable: (name: string, value: string) => boolean;
    /** Takes the file `/input`, turned as EXIF `orientation` says, then clockwise by `radians`. 1 when it cannot be decoded. */
    readonly SetImageFile: (orientation: number, radians: number) => number;
    readonly SetRectangle: (left: number, top: number, width: number, height: number) => void;
    readonly FindLines: () => number;
    /** Slope of the text lines in radians. */
    readonly GetGradient: () => number;
    readonly Recognize: (monitor: null) => number;
    readonly GetTSVText: (page: number) => string;
    /** Writes the picture as PNG: 0 in colour, 1 in grey. */
    readonly WriteImage: (kind: number, path: string) => void;
    readonly Version: () => string;
    readonly End: () => void;
  }
  export interface TesseractModule {
    readonly TessBaseAPI: new () => TesseractApi;
    readonly FS: {
      readonly writeFile: (path: string, data: Uint8Array) => void;
      readonly readFile: (path: string) => Uint8Array;
      readonly unlink: (path: string) => void;
    };
  }
  const load: (options: {
    readonly print: (line: string) => void;
    readonly printErr: (line: string) => void;
    readonly TesseractProgress: (percent: number) => void;
  }) => Promise<TesseractModule>;
  // biome-ignore lint/style/noDefaultExport: this is how the package exports it
  export default load;
}
