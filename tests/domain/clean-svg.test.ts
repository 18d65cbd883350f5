import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanSvg, MAX_SVG_BYTES } from '../../src/domain/clean-svg.ts';
import { readXml } from '../../src/domain/read-xml.ts';

const CIRCLE = '<circle cx="5" cy="5" r="4"/>';
const CLEAN = '<circle cx="5" cy="5" r="4"/>';
const drawing = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"${attributes}>${inside}</svg>`;
const cleaned = (source: string | Uint8Array): string => {
  const result = cleanSvg(source);
  if ('refused' in result) throw new Error(`refused: ${result.refused}`);
  return result.svg;
};
const refusal = (source: string | Uint8Array): string | null => {
  const result = cleanSvg(source);
  return 'refused' in result ? result.refused : null;
};
const inside = (source: string): string => /^<svg [^>]*?>(.*)<\/svg>$/s.exec(cleaned(drawing(source)))?.[1] ?? '';

test('an ordinary drawing keeps its shapes, colours and frame', () => {
  const source = drawing(
    '<title>A cup</title><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>' +
      '<g transform="translate(1 2) rotate(3)"><path d="M1 1l2-2a1 1 0 0 1 2 0Z" fill="url(#g)" stroke="rgb(0, 0, 0)"/></g>' +
      '<polygon points="1,1 2,2 3,1"/><use href="#g"/>',
  );
  expect(cleaned(source)).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>A cup</title><defs>' +
      '<linearGradient id="drawn-g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>' +
      '<g transform="translate(1 2) rotate(3)"><path d="M1 1l2-2a1 1 0 0 1 2 0Z" fill="url(#drawn-g)" stroke="rgb(0, 0, 0)"/></g>' +
      '<polygon points="1,1 2,2 3,1"/><use href="#drawn-g"/></svg>',
  );
});

test('what a drawing program writes comes through as a drawing', () => {
  const source = `\uFEFF<?xml version="1.0" encoding="UTF-8" standalone="no"?>
    <!-- Created by hand -->
    <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20mm" height="10mm" version="1.1">
      <sodipodi:namedview id="v"/><metadata><rdf:RDF/></metadata>
      <switch><foreignObject><p>Hello</p></foreignObject><g>
        <path style="fill:#ff0000; stroke:none;-inkscape-font:sans;fill-opacity:.5" d="M0 0h4v4z"/></g></switch>
      <use xlink:href="#p"/>
    </svg>`;
  expect(cleanSvg(source)).toEqual({
    svg:
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><g>' +
      '<path d="M0 0h4v4z" fill="#ff0000" stroke="none" fill-opacity=".5"/></g><use href="#drawn-p"/></svg>',
    dropped: ['metadata', 'foreignObject', 'style'],
  });
});

describe('nothing that runs, loads or leads away comes through', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script in CDATA', '<script><![CDATA[alert("</svg>") ]]></script>'],
    ['a script in capitals', '<SCRIPT>alert(1)</SCRIPT>'],
    ['a script by prefix', '<svg:script>alert(1)</svg:script>'],
    ['a script below shapes', '<g><g><script href="data:text/javascript,alert(1)"/></g></g>'],
    ['a style sheet', '<style>@import url(https://example.org/x.css);</style>'],
    ['a style sheet in CDATA', '<style><![CDATA[ * { fill: url(https://example.org) } ]]></style>'],
    [
      'a page inside',
      '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/></foreignObject>',
    ],
    ['a picture from elsewhere', '<image href="https://example.org/x.png"/>'],
    ['a picture in a picture', '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'],
    [
      'an animation of a link',
      '<animate attributeName="href" values="javascript:alert(1)"/><set attributeName="onload" to="x"/>',
    ],
    ['a filter', '<filter><feImage href="https://example.org/x.png"/></filter>'],
    ['words in a font', '<text font-family="x">Hello</text>'],
    ['another language', '<xhtml:body onload="alert(1)"/><math><mtext/></math>'],
    ['an unknown thing', '<handler type="application/ecmascript">alert(1)</handler>'],
    ['a processing instruction', '<?xml-stylesheet href="https://example.org/x.css"?>'],
    ['a comment', '<!-- <script>alert(1)</script> -->'],
    ['loose words', 'Hello &lt;script&gt;alert(1)&lt;/script&gt;'],
  ])('%s', (_, nasty) => {
    expect(inside(`${nasty}${CIRCLE}`).replaceAll(/<g>|<g\/>|<\/g>/g, '')).toBe(CLEAN);
  });

  test.each([
    'onload="alert(1)"',
    'ONCLICK="alert(1)"',
    'onbegin="alert(1)"',
    'href="#here"',
    'xlink:href="javascript:alert(1)"',
    'src="https://example.org"',
    'class="a"',
    'fill="url(https://example.org/x.svg#a)"',
    'fill="url(javascript:alert(1))"',
    'fill="url(&quot;#a&quot;)"',
    'fill="u&#114;l(//example.org)"',
    'fill="expression(alert(1))"',
    'fill="var(--x)"',
    'stroke="red;background:url(//example.org)"',
    'style="background:url(//example.org);fill:url(//example.org);width:9px;--x:1;behavior:url(#a)"',
    'style="fill:\\75rl(//example.org)"',
    'filter="url(#a)"',
    'mask="url(https://example.org)"',
    'clip-path="url(//example.org#a)"',
    'transform="translate(1) url(//example.org)"',
    'xml:base="https://example.org/"',
    'xmlns="http://www.w3.org/1999/xhtml"',
    'constructor="1" __proto__="2" toString="3"',
    'id="a b" data-x="1" tabindex="0" role="button"',
  ])('%s', (nasty) => {
    expect(inside(`<circle cx="5" cy="5" r="4" ${nasty}/>`)).toBe(CLEAN);
  });

  test.each([
    'javascript:alert(1)',
    'java&#115;cript:alert(1)',
    '&#x6A;avascript:x',
    'https://example.org/#a',
    '//x#a',
    'x.svg#a',
    'data:image/svg+xml,x',
    '#a b',
    '#',
  ])('a use of %s', (href) => {
    expect(inside(`<use href="${href}"/>${CIRCLE}`)).toBe(`<use/>${CLEAN}`);
    expect(inside(`<use xlink:href="${href}"/>${CIRCLE}`)).toBe(`<use/>${CLEAN}`);
  });

  test('words of a title stay words', () => {
    expect(
      inside(`<title>&lt;img src=x onerror=alert(1)&gt; &amp; <![CDATA[</title><script>]]></title>${CIRCLE}`),
    ).toBe(`<title>&lt;img src=x onerror=alert(1)&gt; &amp; &lt;/title&gt;&lt;script&gt;</title>${CLEAN}`);
    expect(inside(`<desc><script>alert(1)</script>said</desc>${CIRCLE}`)).toBe(`<desc>said</desc>${CLEAN}`);
  });

  test('a link is taken off what it held', () => {
    expect(inside(`<a href="javascript:alert(1)" onclick="x">${CIRCLE}</a>`)).toBe(CLEAN);
  });

  test('an id cannot be that of something of the page, nor be there twice', () => {
    expect(inside('<g id="app"/><path id="app" d="M0 0h1"/>')).toBe('<g id="drawn-app"/><path d="M0 0h1"/>');
  });
});

describe('refused whole', () => {
  const unfolding =
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>' +
    drawing('<title>&b;</title>');
  const reading = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + drawing('<title>&x;</title>');
  test.each([
    ['entities that unfold', unfolding, 'entities'],
    ['entities that read a file', reading, 'entities'],
    ['an entity nobody defined', drawing(`<title>&nbsp;</title>${CIRCLE}`), 'broken'],
    ['a bare ampersand', drawing(`<title>a & b</title>${CIRCLE}`), 'broken'],
    ['a reference to no letter', drawing(`<title>&#0;&#xD800;</title>${CIRCLE}`), 'broken'],
    ['a letter that may not be', drawing(`<title>\u0000</title>${CIRCLE}`), 'broken'],
    ['an open tag', '<svg viewBox="0 0 1 1"><g><path d="M0 0"/></svg>', 'broken'],
    ['no end', `<svg viewBox="0 0 1 1">${CIRCLE}`, 'broken'],
    ['a tag that never closes', '<svg viewBox="0 0 1 1"><path d="M0 0"', 'broken'],
    ['a comment that never ends', drawing('<!-- ').replace('</svg>', ''), 'broken'],
    ['CDATA that never ends', drawing('<title><![CDATA[').replace('</svg>', ''), 'broken'],
    ['an attribute twice', drawing('<circle r="1" r="2"/>'), 'broken'],
    ['an attribute without quotes', drawing('<circle r=1 onload=alert(1)/>'), 'broken'],
    ['a tag within a value', drawing('<circle r="<script>"/>'), 'broken'],
    ['two drawings', drawing(CIRCLE) + drawing(CIRCLE), 'broken'],
    ['words after it', `${drawing(CIRCLE)} alert(1)`, 'broken'],
    ['a script as HTML would read it', drawing('<script>if (1 < 2) alert(1)</script>'), 'broken'],
    ['a doctype in the middle', drawing(`<!DOCTYPE svg>${CIRCLE}`), 'broken'],
    ['nothing', '', 'broken'],
    ['a page', '<html><body><svg viewBox="0 0 1 1"/></body></html>', 'not-svg'],
    ['another kind of svg', '<x:svg xmlns:x="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', 'not-svg'],
    ['no measure', `<svg width="100%" height="100%">${CIRCLE}</svg>`, 'no-size'],
    ['no room', `<svg viewBox="0 0 0 10">${CIRCLE}</svg>`, 'no-size'],
    ['no drawing', drawing('<title>Only words</title><g/>'), 'empty'],
    ['only a script', drawing('<script>alert(1)</script>'), 'empty'],
    ['too many shapes', drawing(CIRCLE.repeat(6_000)), 'too-many'],
    ['too deep', drawing('<g>'.repeat(100) + CIRCLE + '</g>'.repeat(100)), 'too-many'],
    ['shapes that unfold', drawing(unfoldingShapes()), 'too-many'],
    ['clips that unfold', drawing(unfoldingClips()), 'too-many'],
    ['a shape that holds itself', drawing('<g id="a"><use href="#a"/></g>'), 'too-many'],
    ['a circle of shapes', drawing('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), 'too-many'],
    ['a long chain of shapes', drawing(chain(2_400)), 'too-many'],
    ['a megabyte', drawing(' '.repeat(1_000_000)), 'too-large'],
    ['a little too much', drawing('é'.repeat(MAX_SVG_BYTES / 2)), 'too-large'],
  ])('%s', (_, source, why) => {
    expect(refusal(source)).toBe(why);
  });

  test('bytes that are no UTF-8', () => {
    expect(refusal(new Uint8Array([0x3c, 0x73, 0xff, 0xfe]))).toBe('broken');
    const wide = new Uint8Array([...drawing(CIRCLE)].flatMap((letter) => [letter.charCodeAt(0), 0]));
    expect(refusal(wide)).toBe('broken');
    expect(cleaned(new TextEncoder().encode(drawing(CIRCLE)))).toContain(CLEAN);
  });
});

test('even the nastiest text is read in a moment', { timeout: 10_000 }, () => {
  const long = [
    '<svg'.padEnd(MAX_SVG_BYTES, ' '),
    `<svg a${' '.repeat(190_000)}b>`,
    '<'.repeat(190_000),
    `<svg viewBox="0 0 1 1"><g transform="${' '.repeat(190_000)}x"/></svg>`,
    `<svg viewBox="0 0 1 1"><g transform="${'scale(1)'.repeat(20_000)}x"/></svg>`,
    `<svg viewBox="0 0 1 1"><title>${'&'.repeat(180_000)}</title></svg>`,
    `<svg viewBox="0 0 1 1"><title>${'&#1'.repeat(60_000)}</title></svg>`,
    `<svg viewBox="0 0 1 1"><g style="${'a:b;'.repeat(45_000)}"/></svg>`,
    `<svg viewBox="0 0 1 1"><g r="${'1'.repeat(190_000)}x"/></svg>`,
  ];
  for (const source of long) cleanSvg(source);
});

test('what comes out is taken again and stays as it is', () => {
  const once = cleaned(drawing(`<g id="a"><path d="M0 0h1" style="fill:red"/></g><use href="#a"/>${CIRCLE}`));
  expect(cleaned(once).replaceAll('drawn-drawn-', 'drawn-')).toBe(once);
});

test('whatever is put in, only what is on the list comes out', () => {
  const bits = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '/',
    '=',
    ' ',
    '&',
    ';',
    '&lt;',
    '&#60;',
    '<g>',
    '</g>',
    '<path d="M0 0"/>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    ' onload="x"',
    ' href="javascript:x"',
    '<use href="#a"/>',
    'alert(1)',
    '<title>',
    '</title>',
    '<style>',
    '</style>',
    ' style="fill:url(x)"',
    '<circle r="1"/>',
    '</svg>',
    '<svg viewBox="0 0 1 1">',
  );
  let taken = 0;
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 12 }), (parts) => {
      const result = cleanSvg(drawing(parts.join('') + CIRCLE));
      if ('refused' in result) return;
      taken += 1;
      expect(result.svg).toMatch(
        /^(?:<\/?(?:svg|g|path|circle|use|title)(?: (?:xmlns|viewBox|d|r|cx|cy|href)="[^"<>]*")*\/?>|[^<>]+)+$/,
      );
      expect(result.svg).not.toMatch(/="\s*(?:javascript|url)|<script|onload="/i);
      expect(typeof readXml(result.svg, { elements: 100, depth: 100 })).toBe('object');
    }),
    { numRuns: 3_000 },
  );
  expect(taken).toBeGreaterThan(100);
});

function unfoldingShapes(): string {
  const layers = Array.from({ length: 9 }, (_, at) => `<g id="l${at + 1}">${`<use href="#l${at}"/>`.repeat(10)}</g>`);
  return `<defs><path id="l0" d="M0 0h1"/>${layers.join('')}</defs><use href="#l9"/>`;
}

function unfoldingClips(): string {
  const layers = Array.from(
    { length: 9 },
    (_, at) => `<clipPath id="c${at + 1}">${`<path d="M0 0h1" clip-path="url(#c${at})"/>`.repeat(10)}</clipPath>`,
  );
  return `<clipPath id="c0"><path d="M0 0"/></clipPath>${layers.join('')}<path d="M0 0h1" clip-path="url(#c9)"/>`;
}

function chain(length: number): string {
  const links = Array.from({ length }, (_, at) => `<g id="l${at}"><use href="#l${at + 1}"/></g>`);
  return links.join('');
}
