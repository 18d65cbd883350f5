import { positionsIn } from './positions-in-words.ts';

/** What a piece of text looks like. */
export type LooksLike = 'name' | 'phone' | 'postcode' | 'number' | 'position';

export interface PersonalPiece {
  readonly looksLike: LooksLike;
  readonly text: string;
  /** Where it begins in the whole text, in UTF-16 units. */
  readonly at: number;
}

const POSTCODE = /\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b/gi;
/** Ten to thirteen digits, as people write them: 07700 900123, +44 (0)7700 900123. */
const PHONE = /(?<![\d,.])(?:\+|00)?\(?\d(?:[ ()-]{0,2}\d){9,13}(?!\d)/g;
/** An NHS number: three, three, four. */
const NHS_NUMBER = /(?<!\d)\d{3}[ -]\d{3}[ -]\d{4}(?!\d)/g;
const WORD = String.raw`\p{Lu}[\p{Ll}\p{M}'’-]+`;
const AFTER_TITLE = new RegExp(
  String.raw`\b(?:Mrs?|Ms|Miss|Mx|Dr|Doctor|Nurse|Sister|Imam|Father)\.? (${WORD}(?: ${WORD})?)`,
  'gu',
);
const AFTER_CALLED = new RegExp(
  String.raw`\b(?:[Nn]ame is|name['’]s|called|named|[Ii]['’]m|[Ii] am) (${WORD}(?: ${WORD})?)`,
  'gu',
);
const AFTER_KIN = new RegExp(
  String.raw`\b(?:son|daughter|husband|wife|partner|brother|sister|mother|father|mum|dad|friend|neighbour|boy|girl|baby|aunt|uncle|cousin)(?:-in-law)?,? (${WORD})`,
  'gu',
);
/** Two words with capitals in the middle of a sentence. */
const PAIR = new RegExp(String.raw`(?<=[\p{Ll}\p{N},;:] )(${WORD} ${WORD})`, 'gu');

/** Words with a capital that are no person: days, months, places, bodies, languages. */
const NO_PERSON = new Set(
  (
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October ' +
    'November December Christmas Easter Eid Ramadan Diwali Covid English Welsh Scottish Irish British Arabic Polish Romanian ' +
    'Romany Traveller Travellers Gypsy Roma Muslim Christian Sikh Hindu Jewish Punjabi Urdu Bengali Somali Ukrainian NHS GP'
  ).split(' '),
);
const OF_A_PLACE =
  /^(?:Street|Road|Lane|Avenue|Close|Park|Hall|House|Hospital|Surgery|Centre|Center|Clinic|School|Church|Mosque|Temple|Library|Council|Town|City|Green|Square|Market|Station|Garden|Gardens|Practice|Pharmacy|Court|Community|Health|Service|Services|Group|Team|North|South|East|West|Great|Saint|New|Old|Royal|County|Site|Bus|Universal|Credit|Job|Food|Bank|Citizens|Advice|Home|Office)$/;

/** The text with something else in the place of a piece: dots where it would be longer than it may be, `most`. */
export function withInstead(text: string, piece: PersonalPiece, instead: string, most: number): string {
  const put = (words: string): string =>
    `${text.slice(0, piece.at)}${words}${text.slice(piece.at + piece.text.length)}`;
  return put(instead).length <= most ? put(instead) : put('…');
}

/**
 * Pieces that may say who somebody is, or exactly where, in the order they stand: names, phone numbers, postcodes, numbers
 * of people, positions. A guess, for asking the writer and for nothing else: it misses names and takes some places for one.
 */
export function looksPersonal(text: string): readonly PersonalPiece[] {
  const pieces: PersonalPiece[] = [];
  const add = (looksLike: LooksLike, at: number, found: string) => {
    const overlaps = pieces.some((piece) => at < piece.at + piece.text.length && piece.at < at + found.length);
    if (!overlaps) pieces.push({ looksLike, text: found, at });
  };
  // A position first: its digits are as many as those of a phone.
  for (const { at, text: found } of positionsIn(text)) add('position', at, found);
  for (const match of text.matchAll(NHS_NUMBER)) add('number', match.index, match[0]);
  for (const match of text.matchAll(PHONE)) add('phone', match.index, match[0]);
  for (const match of text.matchAll(POSTCODE)) add('postcode', match.index, match[0]);
  for (const pattern of [AFTER_TITLE, AFTER_CALLED, AFTER_KIN, PAIR]) {
    for (const match of text.matchAll(pattern)) {
      const found = match[1] ?? '';
      const words = found.split(' ');
      const next = /^ ([\p{L}]+)/u.exec(text.slice(match.index + match[0].length))?.[1] ?? '';
      if ([...words, next].some((word) => NO_PERSON.has(word) || OF_A_PLACE.test(word))) continue;
      add('name', match.index + match[0].length - found.length, found);
    }
  }
  return pieces.sort((a, b) => a.at - b.at);
}
