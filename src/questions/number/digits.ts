/** The first digit of each row of ten that people's keyboards write: Latin, Arabic, Persian, Devanagari, Bengali, ... */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6] as const;

/** A whole number as typed, in Latin digits: everything else is left out, a leading minus stays. */
export function digitsOf(written: string): string {
  const minus = /^\s*[-\u2212]/.test(written) ? '-' : '';
  const digits = Array.from(written, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    const zero = ZEROS.find((first) => code >= first && code < first + 10);
    return zero === undefined ? '' : String(code - zero);
  });
  return minus + digits.join('').slice(0, 7);
}
