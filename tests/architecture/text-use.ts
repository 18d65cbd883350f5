import { globSync, readFileSync } from 'node:fs';
import { parseAst } from 'vite';

/** One asking for a text: `t('steps.said')`, or a template whose beginning and end are known. */
export interface TextUse {
  readonly file: string;
  /** `kind-*` stands for every namespace that begins so. */
  readonly namespaces: readonly string[];
  readonly starts: string;
  readonly ends: string;
  /** Whether `starts` is the whole key. */
  readonly whole: boolean;
}

/** Words that stand in the code itself. */
export interface WrittenWords {
  readonly file: string;
  readonly words: string;
}

interface Node {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** Every string the app's code holds, whole or as the fixed parts of a template: what may turn out to be a key. */
export interface Strings {
  readonly whole: ReadonlySet<string>;
  /** `steps.${id}` as /^steps\\..+$/. Only where something fixed begins or ends it. */
  readonly patterns: readonly RegExp[];
}

export function readStrings(): Strings {
  const whole = new Set<string>();
  const patterns = new Map<string, RegExp>();
  for (const file of globSync('src/**/*.{ts,tsx}')) {
    const tree = parseAst(readFileSync(file, 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node;
    for (const node of nodes(tree)) {
      if (node.type === 'Literal' && typeof node['value'] === 'string') whole.add(node['value']);
      if (node.type !== 'TemplateLiteral') continue;
      const parts = (node['quasis'] as Node[]).map((quasi) => (quasi['value'] as { cooked: string }).cooked);
      if (`${parts[0]}${parts.at(-1)}` === '') continue;
      const source = `^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`;
      patterns.set(source, new RegExp(source));
    }
  }
  return { whole, patterns: [...patterns.values()] };
}

const SPOKEN_ATTRIBUTES = new Set([
  'aria-label',
  'aria-description',
  'title',
  'alt',
  'placeholder',
  'label',
  'hint',
  'problem',
]);

export function readScreens(): { uses: TextUse[]; written: WrittenWords[] } {
  const uses: TextUse[] = [];
  const written: WrittenWords[] = [];
  for (const file of globSync(
    'src/{app,features,gallery,i18n,kinds,player,questions,record-parts,sound,ui}/**/*.{ts,tsx}',
  ).concat('src/main.tsx')) {
    const tree = parseAst(readFileSync(file, 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node;
    const bound = boundTexts(tree);
    for (const node of nodes(tree)) {
      const use = textUse(file, node, bound);
      if (use !== null) uses.push(use);
      const words = writtenWords(node);
      if (words !== null && !file.endsWith('specimens.tsx')) written.push({ file, words });
    }
  }
  return { uses, written };
}

/** Which namespaces each name stands for in this file: `const t = useText('home')`. */
function boundTexts(tree: Node): Map<string, string[]> {
  const bound = new Map<string, string[]>();
  for (const node of nodes(tree)) {
    if (node.type !== 'VariableDeclarator') continue;
    const [id, init] = [node['id'] as Node, node['init'] as Node | null];
    if (init?.type !== 'CallExpression' || id.type !== 'Identifier') continue;
    const callee = init['callee'] as Node;
    if (callee['name'] !== 'useText' && callee['name'] !== 'textOf') continue;
    const argument = (init['arguments'] as Node[])[0];
    const name = id['name'] as string;
    const namespace = argument?.type === 'Literal' ? String(argument['value']) : '*';
    bound.set(name, [...(bound.get(name) ?? []), namespace]);
  }
  return bound;
}

function textUse(file: string, node: Node, bound: ReadonlyMap<string, readonly string[]>): TextUse | null {
  if (node.type !== 'CallExpression') return null;
  const callee = node['callee'] as Node;
  const isEl = callee.type === 'MemberExpression' && (callee['property'] as Node)['name'] === 'el';
  const named = isEl ? (callee['object'] as Node) : callee;
  const namespaces = named.type === 'Identifier' ? bound.get(named['name'] as string) : undefined;
  const argument = (node['arguments'] as Node[])[0];
  if (namespaces === undefined || argument === undefined || namespaces.includes('*')) return null;
  const key = keyOf(argument);
  if (key === null) return null;
  if (key.namespace !== undefined) return { file, ...key, namespaces: [key.namespace] };
  const colon = key.starts.indexOf(':');
  if (colon < 0) return { file, namespaces, ...key };
  return { file, namespaces: [key.starts.slice(0, colon)], ...key, starts: key.starts.slice(colon + 1) };
}

function keyOf(argument: Node): (Pick<TextUse, 'starts' | 'ends' | 'whole'> & { namespace?: string }) | null {
  if (argument.type === 'Literal') return { starts: String(argument['value']), ends: '', whole: true };
  if (argument.type !== 'TemplateLiteral') return null;
  const parts = (argument['quasis'] as Node[]).map((quasi) => (quasi['value'] as { cooked: string }).cooked);
  const colonIn = parts.findIndex((part) => part.includes(':'));
  if (colonIn > 0) {
    const starts = (parts[colonIn] ?? '').replace(/^[^:]*:/, '');
    const whole = colonIn === parts.length - 1;
    return { namespace: `${parts[0]}*`, starts, ends: whole ? '' : (parts.at(-1) ?? ''), whole };
  }
  return { starts: parts[0] ?? '', ends: parts.at(-1) ?? '', whole: parts.length === 1 };
}

function writtenWords(node: Node): string | null {
  const isWords = (text: string): boolean => /\p{Letter}{2,}/u.test(text);
  if (node.type === 'JSXText') return isWords(node['value'] as string) ? (node['value'] as string).trim() : null;
  if (node.type !== 'JSXAttribute') return null;
  const value = node['value'] as Node | null;
  const name = (node['name'] as Node)['name'];
  if (value?.type !== 'Literal' || typeof name !== 'string' || !SPOKEN_ATTRIBUTES.has(name)) return null;
  return isWords(String(value['value'])) ? String(value['value']) : null;
}

function* nodes(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child !== null && typeof child === 'object' && 'type' in child) yield* nodes(child as Node);
    }
  }
}
