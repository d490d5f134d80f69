import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';

const WEB = join(import.meta.dirname, '../src/web');

/** Its styles are for all views. */
const COMMON = 'ui';

test('no class stands at the beginning of rules of two views: each has a class of its own around what is its own', () => {
  const folders = Map.groupBy(stylesheets(), ({ folder }) => folder);
  const begins = [...folders].map(([folder, styles]) => {
    return { folder, names: new Set(styles.flatMap(({ css }) => unscopedIn(css))) };
  });
  const common = begins.find(({ folder }) => folder === COMMON)?.names ?? new Set();
  const clashes = begins.flatMap(({ folder, names }, place) =>
    begins
      .slice(place + 1)
      .flatMap((other) =>
        [...names]
          .filter((name) => other.names.has(name) && !common.has(name))
          .map((name) => `.${name} is in ${folder} and in ${other.folder}`),
      ),
  );
  expect(clashes).toEqual([]);
});

test('a class counts as unscoped where it begins a selector that is in no other rule', () => {
  const css =
    '@layer a { /* .no { } */ .one .two, :is(.three, .four) > p { .five { color: red } } @media (x) { .six {} } }';
  expect(unscopedIn(css)).toEqual(['one', 'three', 'four', 'six']);
  expect(classesIn(css)).toEqual(['one', 'two', 'three', 'four', 'five', 'six']);
});

function stylesheets() {
  return globSync('**/*.css', { cwd: WEB }).map((file) => ({
    folder: file.includes(sep) ? (file.split(sep)[0] ?? '') : COMMON,
    css: readFileSync(join(WEB, file), 'utf8'),
  }));
}

function classesIn(css: string): string[] {
  return preludes(css).flatMap(({ text }) => namesIn(text));
}

function unscopedIn(css: string): string[] {
  const outer = preludes(css).filter(({ isNested }) => !isNested);
  return outer.flatMap(({ text }) => selectorsIn(text).flatMap((selector) => namesIn(firstCompound(selector))));
}

function namesIn(selector: string): string[] {
  return [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name ?? '');
}

/** What stands before each `{` of a style rule, and whether that is in another style rule. */
function preludes(css: string): { readonly text: string; readonly isNested: boolean }[] {
  const found: { readonly text: string; readonly isNested: boolean }[] = [];
  const around: boolean[] = [];
  for (const [part, mark] of tokens(css)) {
    const text = part.trim();
    if (mark === '}') around.pop();
    if (mark !== '{') continue;
    const isRule = !text.startsWith('@');
    if (isRule) found.push({ text, isNested: around.includes(true) });
    around.push(isRule);
  }
  return found;
}

function tokens(css: string): readonly (readonly [text: string, mark: string])[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/"[^"]*"/g, '""');
  return [...bare.matchAll(/([^{};]*)([{};])/g)].map(([, text, mark]) => [text ?? '', mark ?? '']);
}

/** The selectors of a list, whatever is listed inside parentheses. */
function selectorsIn(list: string): string[] {
  return list.replace(/\([^()]*\)/g, (inner) => inner.replaceAll(',', '\u0000')).split(',');
}

function firstCompound(selector: string): string {
  return /^\s*(?:\([^()]*\)|[^\s>+~(])*/.exec(selector.replaceAll('\u0000 ', '\u0000'))?.[0] ?? '';
}
