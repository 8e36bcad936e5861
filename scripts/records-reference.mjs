// Writes docs/reference/records.md from the types and comments in src/model/. With --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

const PAGE = new URL('../docs/reference/records.md', import.meta.url);
const FILES =
  'span document problem passage mention claim extraction entity score finding list-entry listing hit decision journal case lexicons'.split(
    ' ',
  );
/** Lists with a page of their own. */
const ELSEWHERE = new Set(['PROBLEM_CODES', 'PREDICATES']);

const HEAD = `# Records

Everything that crosses a stage is plain JSON that survives \`JSON.parse(JSON.stringify(x))\`. The types are in \`src/model/\`;
this page is written from them by \`node scripts/records-reference.mjs\`, and a test compares the two.
Spans are half-open \`[start, end)\` in UTF-16 code units of the document's text. Ids are hashes of content: a second run changes nothing.
Times are EDTF (ISO 8601-2); numbers with a meaning are decimal strings; unknown is a value (\`null\`, \`und\`, \`unknown\`), never absent.
`;

function comment(node) {
  return ts
    .getJSDocCommentsAndTags(node)
    .map((part) => (typeof part.comment === 'string' ? part.comment : ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const inCell = (text) => text.replace(/\|/g, '\\|');

function interfaceSection(node) {
  const parents = node.heritageClauses?.[0]?.types.map((type) => `\`${type.getText()}\``).join(', ');
  const rows = node.members.filter(ts.isPropertySignature).map((member) => {
    const type = member.type
      .getText()
      .replace(/readonly /g, '')
      .replace(/\s+/g, ' ')
      .replace(/^\| /, '');
    return `| \`${member.name.getText()}${member.questionToken ? '?' : ''}\` | \`${inCell(type)}\` | ${inCell(comment(member))} |`;
  });
  const text = [comment(node), parents ? `Extends ${parents}.` : ''].filter(Boolean).join(' ');
  return [text, rows.length > 0 ? ['| field | type | |', '|---|---|---|', ...rows].join('\n') : ''];
}

function listSection(node) {
  const [declaration] = node.declarationList.declarations;
  const values = [...declaration.initializer.getText().matchAll(/'([^']+)'/g)].map(([, value]) => `\`${value}\``);
  return [comment(node), values.join(' ')];
}

function section(node) {
  if (ts.isInterfaceDeclaration(node)) return [node.name.text, ...interfaceSection(node)];
  if (ts.isTypeAliasDeclaration(node) && node.modifiers && !/typeof/.test(node.type.getText())) {
    return [node.name.text, comment(node), `\`\`\`ts\n${node.type.getText()}\n\`\`\``];
  }
  if (ts.isVariableStatement(node) && node.modifiers) {
    const name = node.declarationList.declarations[0].name.getText();
    if (!ELSEWHERE.has(name)) return [name, ...listSection(node)];
  }
  return undefined;
}

function reference() {
  const sections = FILES.flatMap((file) => {
    const path = new URL(`../src/model/${file}.ts`, import.meta.url);
    const source = ts.createSourceFile(file, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    return source.statements.map(section).filter(Boolean);
  });
  return (
    [HEAD.trim(), ...sections.map(([name, ...parts]) => [`## ${name}`, ...parts.filter(Boolean)].join('\n\n'))].join(
      '\n\n',
    ) + '\n'
  );
}

if (process.argv.includes('--check')) {
  if (readFileSync(PAGE, 'utf8') !== reference()) {
    console.error('docs/reference/records.md is not what src/model/ says: run node scripts/records-reference.mjs');
    process.exit(1);
  }
} else writeFileSync(PAGE, reference());
