/** An element as it was written: names with their prefixes, values and text with their references resolved. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** Why a text is not read: not well formed, with entities of its own, or more than one would draw by hand. */
export type XmlRefusal = 'broken' | 'entities' | 'too-many';

interface Open {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: (XmlElement | string)[];
}

const NAME = /[A-Za-z_][\w.:-]*/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;
const CLOSING = /<\/([A-Za-z_][\w.:-]*)\s*>/y;
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]+));/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
// What XML allows nowhere, not even as a reference.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/u;

/**
 * Reads a small XML text without a DOM, in time that grows with its length alone. Strict where browsers differ: what is
 * not well formed is refused whole, and entities are never defined, so nothing can unfold. Comments and processing
 * instructions are left out. Names must be of plain letters.
 */
export function readXml(source: string, limits: { elements: number; depth: number }): XmlElement | XmlRefusal {
  const open: Open[] = [];
  let root: Open | undefined;
  let count = 0;
  let at = source.startsWith('\uFEFF') ? 1 : 0;
  if (FORBIDDEN.test(source)) return 'broken';

  const skipPast = (mark: string, from: number): boolean => {
    const end = source.indexOf(mark, from);
    at = end + mark.length;
    return end !== -1;
  };
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };

  while (at < source.length) {
    const parent = open.at(-1);
    if (source[at] !== '<') {
      const end = source.indexOf('<', at);
      const raw = source.slice(at, end === -1 ? undefined : end);
      const text = resolve(raw);
      if (text === null || (parent === undefined && raw.trim() !== '')) return 'broken';
      if (text.trim() !== '') parent?.children.push(text);
      at += raw.length;
    } else if (source.startsWith('<!--', at)) {
      if (!skipPast('-->', at + 4)) return 'broken';
    } else if (source.startsWith('<![CDATA[', at)) {
      const start = at + 9;
      if (parent === undefined || !skipPast(']]>', start)) return 'broken';
      parent.children.push(source.slice(start, at - 3));
    } else if (source.startsWith('<?', at)) {
      if (!skipPast('?>', at + 2)) return 'broken';
    } else if (source.startsWith('<!', at)) {
      const start = at;
      if (root !== undefined || !/^<!doctype\s/i.test(source.slice(at, at + 10)) || !skipPast('>', at)) return 'broken';
      if (source.slice(start, at).includes('[')) return 'entities';
    } else if (source[at + 1] === '/') {
      const closing = match(CLOSING);
      if (closing === null || open.pop()?.name !== closing[1]) return 'broken';
    } else {
      at += 1;
      const name = match(NAME)?.[0];
      if (name === undefined || (parent === undefined && root !== undefined)) return 'broken';
      const element: Open = { name, attributes: new Map(), children: [] };
      for (let found = match(ATTRIBUTE); found !== null; found = match(ATTRIBUTE)) {
        const [, key = '', double, single] = found;
        const value = resolve(double ?? single ?? '');
        if (value === null || element.attributes.has(key)) return 'broken';
        element.attributes.set(key, value);
      }
      const end = match(TAG_END);
      if (end === null) return 'broken';
      count += 1;
      if (count > limits.elements || open.length >= limits.depth) return 'too-many';
      parent?.children.push(element);
      root ??= element;
      if (end[1] === '') open.push(element);
    }
  }
  return root === undefined || open.length > 0 ? 'broken' : root;
}

/** The text with its references resolved, or null where one is unknown or names what may not be. */
function resolve(raw: string): string | null {
  if (!raw.includes('&')) return raw;
  let unknown = false;
  const text = raw.replace(REFERENCE, (_, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) {
      if (!Object.hasOwn(NAMED, name)) unknown = true;
      return NAMED[name] ?? '';
    }
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    if (!(code > 0 && code <= 0x10_ff_ff)) unknown = true;
    else if (FORBIDDEN.test(String.fromCodePoint(code))) unknown = true;
    return unknown ? '' : String.fromCodePoint(code);
  });
  // A bare ampersand is left over when nothing resolved it.
  return unknown || raw.replace(REFERENCE, '').includes('&') ? null : text;
}
