/** Text from somebody else that a spreadsheet would take for a formula is made plain: a leading quote sign is what they understand. */
export function harmless(text: string): string {
  return /^[\s\u00A0\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** Rows of a spreadsheet as RFC 4180 has them, with the mark that tells a spreadsheet it is UTF-8. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Takes what spreadsheets write: commas, semicolons or tabs between cells, any line ends, quotes where they must be. */
export const fromCsv = (text: string): string[][] => numberedCsv(text).map(({ cells }) => cells);

/** The same, each row with the number it has in a spreadsheet, from 1: empty rows are passed over, and counted. */
export function numberedCsv(text: string): { readonly number: number; readonly cells: string[] }[] {
  const plain = text.replace(/^\uFEFF/, '');
  const firstLine = plain.slice(0, plain.search(/[\r\n]|$/));
  const between = [',', ';', '\t'].sort((one, other) => firstLine.split(other).length - firstLine.split(one).length)[0];
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') cell += plain[(at += 1)];
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === between) {
      row.push(cell);
      cell = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && plain[at + 1] === '\n') at += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows.map((cells, at) => ({ number: at + 1, cells })).filter(({ cells }) => cells.some((one) => one !== ''));
}
