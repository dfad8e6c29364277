import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '../src');
const SPOKEN = new Set(['aria-label', 'alt', 'title', 'placeholder', 'label']);
const locale = JSON.parse(readFileSync(join(SOURCE, 'locales/en.json'), 'utf8')) as Record<string, string>;

const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));

/** Texts that a person would read and no language file holds. */
function textsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(SOURCE, file), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) texts.push(`${file}: ${node.text.trim()}`);
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer) && /\p{L}/u.test(node.initializer.text)) {
      texts.push(`${file}: ${node.initializer.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

describe('texts', () => {
  it('should stand in the language files and nowhere else', () => {
    expect(sources.filter((file) => file.endsWith('.tsx')).flatMap(textsOf)).toEqual([]);
  });

  it('should all be asked for by some page', () => {
    const code = sources.map((file) => readFileSync(join(SOURCE, file), 'utf8')).join('\n');
    const built = [...code.matchAll(/`([a-z-]+(?:\.[a-z-]+)*\.)\$\{/g)].map((match) => match[1] ?? '');
    const unused = Object.keys(locale).filter((key) => !code.includes(`'${key}'`) && !built.some((start) => key.startsWith(start)));
    expect(unused).toEqual([]);
  });
});
