import { csv } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { ftm } from './ftm/index.ts';
import { hitsCsv } from './hits-csv.ts';
import { json } from './json/index.ts';

export type { Exporter, ExportOptions } from './exporter.ts';

/** Every format that `clew export` offers, in the order in which it lists them. */
export const EXPORTERS: readonly Exporter[] = [json, ftm, csv, hitsCsv];
