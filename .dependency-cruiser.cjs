/** The one-way street as rules: see CONTRIBUTING.md, "Dependency rules". */
const stages = ['documents', 'passages', 'mentions', 'claims', 'decisions', 'entities', 'findings', 'screening', 'dossier'];
const pure = ['model', 'text', 'names', ...stages, 'exports'];
const outer = ['providers', 'store', 'pool', 'snapshots', 'cases', 'server', 'cli'];
const within = (folders) => `^src/(${folders.join('|')})/`;
const untested = { pathNot: '\\.test\\.ts$' };

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'model-imports-nothing', severity: 'error', from: { path: '^src/model/', ...untested }, to: { pathNot: '^src/model/' } },
    { name: 'text-imports-model', severity: 'error', from: { path: '^src/text/', ...untested }, to: { path: '^src/', pathNot: '^src/(text|model)/' } },
    { name: 'names-import-text-and-model', severity: 'error', from: { path: '^src/names/', ...untested }, to: { path: '^src/', pathNot: '^src/(names|text|model)/' } },
    ...stages.map((stage) => ({
      name: `${stage}-is-an-island`,
      severity: 'error',
      from: { path: `^src/${stage}/`, ...untested },
      to: { path: '^src/', pathNot: `^src/((${stage}|model|text|names)/|errors\\.ts$)` },
    })),
    { name: 'exports-import-text-and-model', severity: 'error', from: { path: '^src/exports/', ...untested }, to: { path: '^src/', pathNot: '^src/((exports|text|model)/|errors\\.ts$)' } },
    { name: 'pure-parts-know-no-machine', severity: 'error', from: { path: within(pure), ...untested }, to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' } },
    { name: 'nothing-imports-the-outer-ring', severity: 'error', from: { path: within(pure), ...untested }, to: { path: within(outer) } },
    {
      name: 'folders-have-one-face',
      severity: 'error',
      from: { path: '^src/([^/]+)/', ...untested },
      to: { path: '^src/([^/]+)/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
