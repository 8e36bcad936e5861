// node scripts/check-pure.mjs
// Pure parts know no machine and no clock: reports every use of a global that would give them one, and fails.
// Names are looked up in the syntax, so that `Date` as a type, a field called `process` or a word in a comment is none.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const PURE = ['model', 'text', 'names', 'documents', 'passages', 'mentions', 'claims', 'decisions'].concat([
  'entities',
  'findings',
  'screening',
  'dossier',
  'exports',
]);

/** Globals by which code would reach the network, the process, the clock or chance. */
const MACHINE = new Set(
  'fetch WebSocket XMLHttpRequest process console Date performance setTimeout setInterval setImmediate queueMicrotask crypto globalThis global require'.split(
    ' ',
  ),
);
/** Calls of `Date` that ask no clock: a day of the calendar is arithmetic. */
const CALENDAR = new Set(['UTC']);

const isDeclaredHere = (source) => {
  const names = new Set();
  const visit = (node) => {
    const name = node.name;
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node) ||
      ts.isImportClause(node) ||
      ts.isNamespaceImport(node);
    if (declares && name && ts.isIdentifier(name)) names.add(name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return (name) => names.has(name);
};

/** An identifier that stands for a value, not for a field, a type or the name of something declared. */
function isValue(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent)
  )
    return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  return (
    !ts.isTypeNode(parent) &&
    !ts.isQualifiedName(parent) &&
    !ts.isTypeReferenceNode(parent) &&
    !ts.isImportSpecifier(parent) &&
    !ts.isExportSpecifier(parent)
  );
}

/** `Date.UTC(...)` and `new Date(<something>)` turn numbers into numbers; `new Date()`, `Date()` and `Date.now()` ask the clock. */
function asksNoClock(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return CALENDAR.has(parent.name.text);
  return ts.isNewExpression(parent) && parent.expression === node && (parent.arguments?.length ?? 0) > 0;
}

/** Every forbidden use in one source text, as `line: name`. */
export function machineUses(text, name = 'x.ts') {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true);
  const isOwn = isDeclaredHere(source);
  const uses = [];
  const note = (node, what) => uses.push(`${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${what}`);
  const visit = (node) => {
    if (ts.isIdentifier(node) && MACHINE.has(node.text) && isValue(node) && !isOwn(node.text)) {
      if (node.text !== 'Date' || !asksNoClock(node)) note(node, node.text);
    }
    const isMath = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
    if (isMath && node.expression.getText() === 'Math' && /^Math(\?)?(\.|\[['"`])random/.test(node.getText()))
      note(node, 'Math.random');
    if (ts.isBindingElement(node) && (node.propertyName ?? node.name).getText() === 'random') note(node, 'Math.random');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

/** Source files of the pure parts, without their tests. */
export const pureFiles = (root) =>
  PURE.flatMap((part) =>
    readdirSync(join(root, 'src', part), { recursive: true, encoding: 'utf8' })
      .filter((path) => /(?<!\.test|\.d)\.ts$/.test(path))
      .map((path) => join(root, 'src', part, path)),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = pureFiles(fileURLToPath(new URL('..', import.meta.url)));
  const found = files.flatMap((path) => machineUses(readFileSync(path, 'utf8'), path).map((use) => `${path}:${use}`));
  for (const line of found) console.error(line);
  console.log(`${files.length} files of pure parts looked at, ${found.length} uses of the machine`);
  if (found.length > 0 || files.length < 400) process.exit(1);
}
