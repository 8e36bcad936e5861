import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Test files that take longest, the longest first. The order decides only when they begin, never whether they run. */
const LONGEST = [
  'test/shared/documents.test.ts',
  'test/cli/kill.test.ts',
  'test/cli/case.test.ts',
  'test/shared/screening.test.ts',
  'test/shared/entities.test.ts',
  'src/pool/pool.test.ts',
  'test/cli/screen.test.ts',
  'test/recognition/accuracy.test.ts',
  'test/properties/origins.test.ts',
  'src/documents/formats/archives.test.ts',
  'test/properties/street.test.ts',
];

/** Project by project, so that its files can share a process, and the longest first, so that all processors end together. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((path) => moduleId.endsWith(path));
      return at === -1 ? LONGEST.length : at;
    };
    const rank = (file: TestSpecification): number => (file.project.name === 'slow' ? 0 : 1000) + place(file);
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
