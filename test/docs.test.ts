import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../src/cli/program.ts';
import { ERROR_CODES } from '../src/errors.ts';
import { PREDICATES, PROBLEM_CODES } from '../src/model/index.ts';
import { IDENTIFIER_SCHEMES, LIST_PROBLEM_CODES, QUERY_PROBLEM_CODES } from '../src/screening/index.ts';

const page = (name: string): string => readFileSync(`docs/reference/${name}.md`, 'utf8');
/** First cells of a page's tables: `| `code` | ...`. */
const documented = (name: string): string[] =>
  [...page(name).matchAll(/^\| `([^`]+)` \|/gm)].map(([, code = '']) => code);

describe('the reference lists exactly what the code has', () => {
  test('error codes, with their exit codes', () => {
    const rows = [...page('errors').matchAll(/^\| `([a-z-]+)` \| (\d) \|/gm)].map(([, code, exit]) => [
      code,
      Number(exit),
    ]);
    expect(Object.fromEntries(rows)).toEqual(ERROR_CODES);
  });

  test('problem codes', () => {
    expect(documented('problems').sort()).toEqual([...PROBLEM_CODES].sort());
  });

  test('codes of trouble with rows of a list', () => {
    const text = readFileSync('docs/explanation/screening.md', 'utf8');
    expect(LIST_PROBLEM_CODES.filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
  });

  test('codes of trouble with rows of a batch, and schemes of identifiers', () => {
    const text = page('commands');
    const words = [...QUERY_PROBLEM_CODES, ...IDENTIFIER_SCHEMES.map(({ scheme }) => scheme)];
    expect(words.filter((word) => !text.includes(`\`${word}\``))).toEqual([]);
  });

  test('predicates', () => {
    const text = page('predicates');
    expect(PREDICATES.filter((predicate) => !text.includes(`\`${predicate}\``))).toEqual([]);
  });

  test('commands and their options', () => {
    const text = page('commands');
    const missing: string[] = [];
    const visit = (command: Command, words: string): void => {
      for (const inner of command.commands) {
        const name = `${words} ${inner.name()}`;
        if (!text.includes(name)) missing.push(name);
        for (const { long } of inner.options) if (long && !text.includes(long)) missing.push(`${name} ${long}`);
        visit(inner, name);
      }
    };
    visit(createProgram(), 'clew');
    expect(missing).toEqual([]);
  });

  test('record types and their fields', () => {
    expect(() =>
      execFileSync(process.execPath, ['scripts/records-reference.mjs', '--check'], { stdio: 'pipe' }),
    ).not.toThrow();
  });
});

describe('every page', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'samples/README.md'].concat(
    readdirSync('docs', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name)),
  );

  test.each(pages)('%s links only to files that are there', (file) => {
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
      ([, target = '']) => target,
    );
    expect(links.filter((target) => !existsSync(join(dirname(file), target)))).toEqual([]);
  });
});
