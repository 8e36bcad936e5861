// node scripts/stage-hashes.mjs
// Writes dist/stages.json, the last step of the build: for each stage a hash of its code and of all the code it rests on,
// with the versions of the packages named there. Whatever a stage made is not used again once its hash is another.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Modules of `dist/` each stage begins at, all their imports with them; `alone`: what runs the stage, without its imports. */
const STAGES = {
  read: { from: ['documents/index', 'providers/ocr/index'], alone: ['pool/worker', 'pool/recognise'] },
  segment: { from: ['passages/index'], alone: ['pipeline'] },
  mentions: { from: ['mentions/index'], alone: ['pipeline'] },
  claims: { from: ['claims/index'], alone: ['pipeline'] },
  decisions: { from: ['decisions/index'], alone: ['pipeline'] },
  entities: { from: ['entities/index'], alone: ['pipeline'] },
  findings: { from: ['findings/index'], alone: ['pipeline'] },
  screening: { from: ['screening/index'], alone: ['pipeline', 'snapshots/load'] },
  lists: { from: ['screening/lists/index'], alone: ['snapshots/read-files', 'snapshots/files'] },
  told: { from: ['cli/main'], alone: [] },
};

/** `from './x.js'`, `import './x.js'`, `import('./x.js')`. */
const IMPORT = /\b(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g;
/** `'saxes'`, `'7z-wasm/7zz.wasm'`, and `@tesseract.js-data/${code}`: what is imported or resolved by name. */
const QUOTED = /['"`]((?:@[\w.-]+\/)?[\w.-]*)(?:\/[\w./-]*)?(?:['"`]|\$\{)/g;

/** What one module of `dist/` is and rests on. */
function readModule(dist, path, packages) {
  const text = readFileSync(join(dist, path), 'utf8');
  const quoted = new Set([...text.matchAll(QUOTED)].map(([, name]) => name));
  return {
    hash: createHash('sha256').update(text).digest('hex'),
    imports: [...text.matchAll(IMPORT)].map(([, specifier]) => posix.join(dirname(path), specifier)),
    packages: packages.filter(({ name, scope }) => quoted.has(name) || quoted.has(scope)).map(({ id }) => id),
  };
}

/** The packages that clew depends on, in the versions that are installed beside it. */
function packagesOf(root) {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.entries(dependencies).map(([name, wanted]) => {
    const about = join(root, 'node_modules', name, 'package.json');
    const { version } = existsSync(about) ? JSON.parse(readFileSync(about, 'utf8')) : { version: wanted };
    return { name, scope: name.startsWith('@') ? name.replace(/\/.*/, '/') : name, id: `${name}@${version}` };
  });
}

/** Twelve hex digits for each stage of the package in the folder `root`. */
export function stageHashes(root) {
  const packages = packagesOf(root);
  const modules = new Map();
  const moduleAt = (path) => {
    if (!modules.has(path)) modules.set(path, readModule(join(root, 'dist'), path, packages));
    return modules.get(path);
  };
  const withImports = (path, seen) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const next of moduleAt(path).imports) withImports(next, seen);
  };
  return Object.fromEntries(
    Object.entries(STAGES).map(([stage, { from, alone }]) => {
      const paths = new Set(alone.map((name) => `${name}.js`));
      for (const name of from) withImports(`${name}.js`, paths);
      const code = [...paths].sort().map((path) => [path, moduleAt(path).hash]);
      const named = [...new Set([...paths].flatMap((path) => moduleAt(path).packages))].sort();
      return [
        stage,
        createHash('sha256')
          .update(JSON.stringify([code, named]))
          .digest('hex')
          .slice(0, 12),
      ];
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  writeFileSync(join(root, 'dist', 'stages.json'), `${JSON.stringify(stageHashes(root), null, 1)}\n`);
}
