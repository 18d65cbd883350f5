/** Something in a text that tells where on the earth it is, finer than a square of 250 m. */
export interface WrittenPosition {
  readonly text: string;
  /** Where it begins in the whole text, in UTF-16 units. */
  readonly at: number;
}

/** Up to a blank, without the stop of the sentence. */
const REST = String.raw`[^\s<>"”]*[^\s<>"”.,;:!?)\]]`;
const MAP_LINK = new RegExp(
  String.raw`(?:https?:\/\/)?(?:www\.)?(?:` +
    [
      String.raw`maps\.app\.goo\.gl\/`,
      String.raw`(?:goo\.gl|g\.co)\/maps?\/`,
      String.raw`google\.[a-z.]{2,6}\/maps\b`,
      String.raw`maps\.google\.[a-z.]{2,6}\/`,
      String.raw`(?:openstreetmap|osm)\.org\/`,
      String.raw`maps\.apple(?:\.com)?\/`,
      String.raw`(?:what3words\.com|w3w\.co|plus\.codes)\/`,
      String.raw`bing\.com\/maps\b`,
      String.raw`(?:ul\.)?waze\.com\/`,
      String.raw`streetmap\.co\.uk\/`,
      String.raw`gridreferencefinder\.com\/`,
    ].join('|') +
    `)${REST}`,
  'giu',
);
const GEO_LINK = new RegExp(String.raw`\bgeo:[-+]?\d${REST}`, 'gi');

/** Three words with what parts them in one script or another; of a link nothing but its slashes. */
const THREE_WORDS = String.raw`[\p{L}\p{M}]+[.。．・。।۔።][\p{L}\p{M}]+[.。．・。।۔።][\p{L}\p{M}]+`;
const THREE_WORD_ADDRESS = new RegExp(
  String.raw`(?:(?<![:/\p{L}\d])\/\/\/ ?|\b(?:what ?3 ?words|w3w)\b[^\p{L}\d\n]{1,4})${THREE_WORDS}`,
  'giu',
);

const PLUS = '[23456789CFGHJMPQRVWX]';
/** Whole, or the end of one that its town goes with. */
const PLUS_CODE = new RegExp(
  String.raw`(?<![\p{L}\d+])(?:${PLUS}{8}\+(?:${PLUS}{2,7})?|${PLUS}{4,6}\+${PLUS}{2,7})(?![\p{L}\d+])`,
  'giu',
);

/** The squares of the British national grid that have land in them. */
const GRID_SQUARE = 'H[PTUWXYZ]|N[A-DF-HJ-OR-UW-Z]|S[C-EHJKM-PR-Z]|T[AFGLMQRV]';
/** Both halves as long, 100 metres or finer: ST 593 731, ST59327312. */
const GRID_REFERENCE = new RegExp(
  String.raw`(?<![\p{L}\d])(${GRID_SQUARE})[ \u00a0]?(?:\d{10}|\d{8}|\d{6}|\d{5}[ ,\u00a0]{1,2}\d{5}|\d{4}[ ,\u00a0]{1,2}\d{4}|\d{3}[ ,\u00a0]{1,2}\d{3})(?![\p{L}\d])`,
  'giu',
);

const SIDE = String.raw`(?:north|south|east|west|[NSEW])(?!\p{L})`;
const LABEL = String.raw`(?:lat|latitude|lng|lon|long|longitude)(?!\p{L})\.?`;
const DEGREES = String.raw`(?:(${LABEL})? ?[:=]? ?)(${SIDE})? ?([-+−–]?\d{1,3}[.,]\d{2,}) ?([°º])? ?(${SIDE})?`;
const BETWEEN = String.raw`(?:\s*[,;/|،]\s*|\s+)`;
/** Two numbers with a fraction beside each other, also in a line of a table; whether they tell a position is for `isDecimalPair`. */
const DECIMAL_PAIR = new RegExp(
  String.raw`(?<![\p{L}\d.])(?<![\d.][-+−–])${DEGREES}${BETWEEN}${DEGREES}(?!\.?\d)`,
  'giu',
);

const MINUTES = String.raw`\d{1,2}(?:[.,]\d+)? ?(?:['’′ʹ´]|min\b)`;
const SECONDS = String.raw`\d{1,2}(?:[.,]\d+)? ?(?:["”″ʺ]|['’′]{2}|sec\b)?`;
const ANGLE = String.raw`(?:${SIDE} ?)?[-−–]?\d{1,3} ?(?:[°º]|deg(?:rees)?\b) ?${MINUTES} ?(?:${SECONDS} ?)?(?:${SIDE})?`;
/** Degrees and minutes: nothing else is written so. */
const ANGLES = new RegExp(String.raw`(?<![\p{L}\d.,])${ANGLE}(?:${BETWEEN}${ANGLE})?(?![\p{L}\d])`, 'giu');
/** As receivers show it: N51 27.267 W002 35.267. */
const BARE_ANGLES = /(?<![\p{L}\d])[NS] ?\d{1,2} \d{1,2}\.\d{2,}[,;\s]+[EW] ?\d{1,3} \d{1,2}\.\d{2,}(?!\d)/giu;

/** Digits of Arabic and Persian, and their point, as Latin ones: each as long as before. */
const latinDigits = (text: string): string =>
  text
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('٫', '.');

/**
 * Positions as people write them down or paste them: degrees, links of maps, three words, plus codes, references of the
 * British grid. In the order they are looked for; none overlaps another. A guess, made so that dates, prices, ages and
 * house numbers are none.
 */
export function positionsIn(text: string): readonly WrittenPosition[] {
  const read = latinDigits(text);
  const found: WrittenPosition[] = [];
  const look = (pattern: RegExp, is: (match: RegExpMatchArray) => boolean = () => true) => {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(read); match !== null; match = pattern.exec(read)) {
      if (!is(match)) {
        // What is none with the number before it may be one with the number after it.
        pattern.lastIndex = match.index + 1;
        continue;
      }
      const blank = /^\s*/.exec(match[0])?.[0].length ?? 0;
      const at = match.index + blank;
      const end = at + match[0].trim().length;
      if (found.some((one) => at < one.at + one.text.length && one.at < end)) continue;
      found.push({ text: text.slice(at, end), at });
    }
  };
  look(MAP_LINK);
  look(GEO_LINK);
  look(THREE_WORD_ADDRESS);
  look(ANGLES);
  look(BARE_ANGLES);
  look(DECIMAL_PAIR, isDecimalPair);
  look(PLUS_CODE, ([code]) => /[a-z]/i.test(code));
  look(GRID_REFERENCE, isGridReference);
  return found;
}

interface Half {
  readonly marked: boolean;
  readonly sided: boolean;
  readonly signed: boolean;
  readonly comma: boolean;
  readonly digits: number;
  readonly degrees: number;
}

function isDecimalPair(match: RegExpMatchArray): boolean {
  const half = (from: number): Half => {
    const [label, before, written = '', degree, after] = match.slice(from, from + 5);
    const number = written.replace(/^[−–]/, '-');
    const sided = before !== undefined || after !== undefined;
    return {
      sided,
      marked: sided || label !== undefined || degree !== undefined,
      signed: /^[-+]/.test(number),
      comma: number.includes(','),
      digits: /[.,](\d+)$/.exec(number)?.[1]?.length ?? 0,
      degrees: Math.abs(Number(number.replace(',', '.'))),
    };
  };
  const one = half(1);
  const other = half(6);
  if (Math.min(one.degrees, other.degrees) > 90 || Math.max(one.degrees, other.degrees) > 180) return false;
  const digits = Math.min(one.digits, other.digits);
  // 1,234 is a thousand and more in one country, and a fraction in the next.
  const least = one.comma || other.comma ? 4 : 3;
  if (one.sided && other.sided) return digits >= 2;
  if (one.marked && other.marked) return digits >= 3;
  return digits >= (one.signed || other.signed ? least : 4);
}

/** "No 123 456" and "so 2019 2020" are words and numbers. */
function isGridReference([whole, square = '']: RegExpMatchArray): boolean {
  const digits = whole.replaceAll(/\D/g, '').length;
  if (square !== square.toUpperCase()) return digits >= 8 && !/^(?:no|so|st)$/i.test(square);
  return digits >= 8 || !/^(?:NO|SO|TV)$/.test(square);
}
