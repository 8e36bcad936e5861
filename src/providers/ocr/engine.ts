import type { TesseractApi, TesseractModule } from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import { type LanguageData, readLanguageData } from './languages.ts';

/** Languages read in one pass. Latin and Cyrillic letters go together well; Chinese takes a pass of its own. */
const GROUPS = [
  ['eng', 'rus', 'ukr'],
  ['chi_sim', 'eng'],
] as const;

/** One configuration of the engine. */
export interface Model {
  readonly languages: readonly string[];
  readonly api: () => TesseractApi;
}

export interface Engine {
  readonly version: () => string;
  readonly files: TesseractModule['FS'];
  /** In the order in which they are tried; empty where no language has data. */
  readonly models: readonly Model[];
}

const silent = (): void => {};
/** Neural recognition only. */
const LSTM_ONLY = 1;

/** Starts Tesseract. Language data is read when a model is first used, from the given files; nothing is fetched or written. */
export async function startEngine({ files }: LanguageData): Promise<Engine> {
  // Four megabytes of code: loaded with the first picture, not with this file.
  const { default: load } = await import('tesseract.js-core/tesseract-core-simd-lstm.js');
  const core = await load({ print: silent, printErr: silent, TesseractProgress: silent });
  const loaded = new Set<string>();
  const start = (languages: readonly string[]): TesseractApi => {
    for (const code of languages) {
      const path = files.get(code);
      if (loaded.has(code) || !path) continue;
      core.FS.writeFile(`./${code}.traineddata`, readLanguageData(path));
      loaded.add(code);
    }
    const api = new core.TessBaseAPI();
    if (api.Init(null, languages.join('+'), LSTM_ONLY) === -1)
      throw new Error(`the recognition data of ${languages.join(', ')} is damaged or of another version`);
    return api;
  };
  const models = GROUPS.map((group) => group.filter((code) => files.has(code)))
    .filter((languages, i) => languages.length > 0 && (i === 0 || languages.includes('chi_sim')))
    .map((languages): Model => {
      let api: TesseractApi | undefined;
      return {
        languages,
        api: () => {
          api ??= start(languages);
          return api;
        },
      };
    });
  return { models, files: core.FS, version: () => `tesseract/${new core.TessBaseAPI().Version()}` };
}
