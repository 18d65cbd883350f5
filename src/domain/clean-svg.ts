import { readXml, type XmlElement, type XmlRefusal } from './read-xml.ts';

/** Why a drawing cannot be taken, beside what makes it no XML: none of ours to mend. */
export type SvgRefusal = XmlRefusal | 'too-large' | 'not-svg' | 'no-size' | 'empty';

/** The largest drawing that is taken, in bytes. Ours have 2,000. */
export const MAX_SVG_BYTES = 200_000;
const MAX_ELEMENTS = 5_000;
const MAX_DEPTH = 64;
/** What a drawing may come to when every `use` is drawn out. */
const MAX_DRAWN = 20_000;
/** How far one reference may lead to the next. */
const MAX_CHAIN = 500;
const MAX_WORDS = 300;

const SHAPES = new Set(['path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon', 'use']);
const WORDS = new Set(['title', 'desc']);
const ELEMENTS = new Set([
  ...SHAPES,
  ...WORDS,
  'svg',
  'g',
  'defs',
  'linearGradient',
  'radialGradient',
  'stop',
  'clipPath',
]);
/** Wrappers that say nothing themselves: what is inside is kept. */
const WRAPPERS = new Set(['a', 'switch']);

const ID = '[A-Za-z_][\\w.-]{0,63}';
const LENGTH = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d{1,3})?(?:px|pt|pc|mm|cm|in|em|%)?$/i;
const NUMBERS = /^[\d\s.,eE+%-]*$/;
const PATH = /^[MmLlHhVvCcSsQqTtAaZz\d\s.,eE+-]*$/;
const TRANSFORM = /^[\s,]*(?:(?:matrix|translate|scale|rotate|skewX|skewY)\([\d\s.,eE+-]*\)[\s,]*)*$/;
const PAINT = new RegExp(`^(?:[a-zA-Z]{3,24}|#[\\da-fA-F]{3,8}|(?:rgb|hsl)a?\\([\\d\\s.,%/]+\\)|url\\(#${ID}\\))$`);
const LOCAL = new RegExp(`^#${ID}$`);
const CLIP = new RegExp(`^(?:none|url\\(#${ID}\\))$`);
const KEYWORD = /^[a-zA-Z-]{1,30}$/;
const ASPECT = /^[a-zA-Z\s]{1,30}$/;

const KEPT: Readonly<Record<string, RegExp>> = {
  id: new RegExp(`^${ID}$`),
  href: LOCAL,
  d: PATH,
  points: NUMBERS,
  transform: TRANSFORM,
  gradientTransform: TRANSFORM,
  viewBox: NUMBERS,
  preserveAspectRatio: ASPECT,
  'clip-path': CLIP,
  'stroke-dasharray': NUMBERS,
  ...each(['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'width', 'height'], LENGTH),
  ...each(['offset', 'opacity', 'fill-opacity', 'stroke-opacity', 'stop-opacity'], LENGTH),
  ...each(['stroke-width', 'stroke-miterlimit', 'stroke-dashoffset'], LENGTH),
  ...each(['fill', 'stroke', 'stop-color', 'color'], PAINT),
  ...each(['fill-rule', 'clip-rule', 'stroke-linecap', 'stroke-linejoin', 'vector-effect'], KEYWORD),
  ...each(['gradientUnits', 'spreadMethod', 'clipPathUnits', 'display', 'visibility'], KEYWORD),
};
/** What a `style` attribute may say too: the looks, never the geometry. */
const STYLED = /^(?:fill|stroke|stop|clip|color$|opacity$|display$|visibility$)/;

interface Node {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Node | string)[];
}

/**
 * A drawing that somebody brings, written anew from a short list of shapes, colours and measures: nothing that runs,
 * loads, links, moves or unfolds is on the list, so nothing of it can come through, whatever it is called. Ids get a
 * prefix, so that none can stand for something of the page. `dropped` names what was left out (at most 20 names; what
 * drawing programs note for themselves is not named), for saying so to who brought it. Works in the browser and on the server.
 */
export function cleanSvg(
  source: string | Uint8Array,
): { readonly svg: string; readonly dropped: readonly string[] } | { readonly refused: SvgRefusal } {
  if (source.length > MAX_SVG_BYTES) return { refused: 'too-large' };
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  if (bytes.length > MAX_SVG_BYTES) return { refused: 'too-large' };
  const text = decode(bytes);
  if (text === null) return { refused: 'broken' };
  const read = readXml(text, { elements: MAX_ELEMENTS, depth: MAX_DEPTH });
  if (typeof read === 'string') return { refused: read };
  if (read.name !== 'svg') return { refused: 'not-svg' };

  const dropped = new Set<string>();
  const root = keep(read, dropped, new Set())[0];
  if (root === undefined || typeof root === 'string') return { refused: 'empty' };
  const viewBox = viewOf(root.attributes);
  if (viewBox === null) return { refused: 'no-size' };
  if (!draws(root)) return { refused: 'empty' };
  if (drawnOut(root) > MAX_DRAWN) return { refused: 'too-many' };
  const attributes = new Map([
    ['xmlns', 'http://www.w3.org/2000/svg'],
    ...[...root.attributes].filter(([name]) => !['width', 'height', 'x', 'y', 'viewBox'].includes(name)),
    ['viewBox', viewBox],
  ]);
  return { svg: written({ ...root, attributes }), dropped: [...dropped].slice(0, 20) };
}

function each(names: readonly string[], pattern: RegExp): Record<string, RegExp> {
  return Object.fromEntries(names.map((name) => [name, pattern]));
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What is left of an element: itself, what a wrapper held, or nothing. */
function keep(element: XmlElement, dropped: Set<string>, ids: Set<string>): (Node | string)[] {
  const { name } = element;
  if (!ELEMENTS.has(name) && !WRAPPERS.has(name)) {
    if (!name.includes(':')) dropped.add(name);
    return [];
  }
  const attributes = WRAPPERS.has(name) ? new Map<string, string>() : keepAttributes(element, dropped, ids);
  const children = element.children.flatMap((child) => {
    if (typeof child !== 'string') return WORDS.has(name) ? [] : keep(child, dropped, ids);
    return WORDS.has(name) ? [child.slice(0, MAX_WORDS)] : [];
  });
  return WRAPPERS.has(name) ? children : [{ name, attributes, children }];
}

function keepAttributes({ name, attributes }: XmlElement, dropped: Set<string>, ids: Set<string>): Map<string, string> {
  const kept = new Map<string, string>();
  const take = (key: string, value: string): boolean => {
    const pattern = Object.hasOwn(KEPT, key) ? KEPT[key] : undefined;
    if (pattern?.test(value) !== true) return false;
    if (key === 'href' && name !== 'use' && !name.endsWith('Gradient')) return false;
    if (key === 'id') {
      if (ids.has(value)) return false;
      ids.add(value);
    }
    kept.set(key, prefixed(key, value));
    return true;
  };
  for (const [key, value] of attributes) {
    if (key === 'style' || key.startsWith('xmlns') || key === 'version') continue;
    const taken = take(key === 'xlink:href' ? 'href' : key, value.trim());
    if (!taken && (key === 'xlink:href' || !key.includes(':'))) dropped.add(key);
  }
  // As in a browser, what `style` says wins over an attribute of the same name.
  for (const rule of attributes.get('style')?.split(';') ?? []) {
    const [key = '', value = ''] = rule.split(/:(.*)/s).map((part) => part.trim());
    if (key !== '' && !(STYLED.test(key) && take(key, value))) dropped.add('style');
  }
  return kept;
}

function prefixed(key: string, value: string): string {
  if (key === 'id') return `drawn-${value}`;
  return key === 'href' || value.startsWith('url(#') ? value.replace('#', '#drawn-') : value;
}

/** The drawing's own frame: its `viewBox`, else its width and height. */
function viewOf(attributes: ReadonlyMap<string, string>): string | null {
  const given = attributes.get('viewBox');
  const numbers =
    given === undefined
      ? [0, 0, Number.parseFloat(plain(attributes.get('width'))), Number.parseFloat(plain(attributes.get('height')))]
      : given.split(/[\s,]+/).map(Number);
  const [, , width = 0, height = 0] = numbers;
  const fits = numbers.length === 4 && numbers.every((number) => Math.abs(number) <= 1e6) && width > 0 && height > 0;
  return fits ? numbers.join(' ') : null;
}

/** A width or height that says how large, not how much of its place. */
function plain(length: string | undefined): string {
  return length === undefined || length.endsWith('%') ? '' : length;
}

function draws({ name, children }: Node): boolean {
  return SHAPES.has(name) || children.some((child) => typeof child !== 'string' && draws(child));
}

/** How many elements come to be drawn with every reference followed; endless where they go in a circle. */
function drawnOut(root: Node): number {
  const byId = new Map<string, Node>();
  const collect = (node: Node): void => {
    const id = node.attributes.get('id');
    if (id !== undefined) byId.set(`#${id}`, node);
    for (const child of node.children) if (typeof child !== 'string') collect(child);
  };
  collect(root);
  const counted = new Map<Node, number>();
  const count = (node: Node, depth: number): number => {
    const known = counted.get(node);
    if (known !== undefined) return known;
    if (depth > MAX_CHAIN) return Number.POSITIVE_INFINITY;
    counted.set(node, Number.POSITIVE_INFINITY);
    const followed = [
      node.name === 'use' ? node.attributes.get('href') : undefined,
      node.attributes.get('clip-path')?.slice(4, -1),
    ].map((href) => byId.get(href ?? ''));
    const below = [...node.children, ...followed].reduce<number>(
      (sum, child) => sum + (child === undefined || typeof child === 'string' ? 0 : count(child, depth + 1)),
      1,
    );
    counted.set(node, below);
    return below;
  };
  return count(root, 0);
}

function written({ name, attributes, children }: Node): string {
  const listed = [...attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : written(child))).join('');
  return inside === '' ? `<${name}${listed}/>` : `<${name}${listed}>${inside}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
