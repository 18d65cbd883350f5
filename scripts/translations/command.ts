// `npm run locales`: how far each language has come, and files for translators. `docs/guides/add-a-language.md` shows how.
import { readFileSync, writeFileSync } from 'node:fs';
import { compare, readLocales } from '../locales.mjs';
import { exportTexts, importTexts, READERS, readNotes, stampTexts } from './files.ts';
import { standings } from './states.ts';

const HOW = `npm run locales                              how far each language has come
npm run locales -- so                        what Somali lacks and what is stale
npm run locales -- export so [easy] [FILE]   a spreadsheet for translators
npm run locales -- import FILE               takes it back in, after checks
npm run locales -- stamp so                  remember the English that new texts were made from`;

const [first, second, ...rest] = process.argv.slice(2);

if (first === undefined) overview();
else if (first === 'export' && second !== undefined) {
  const layer = rest.includes('easy') ? 'easy' : 'standard';
  const file = rest.find((one) => one !== 'easy') ?? `translations-${second}-${layer}.csv`;
  writeFileSync(file, exportTexts(second, layer, READERS));
  console.log(
    `${file} is ready to be edited as a spreadsheet. Take it back in with: npm run locales -- import ${file}`,
  );
} else if (first === 'import' && second !== undefined) {
  const { taken, unchanged, findings } = importTexts(readFileSync(second, 'utf8'));
  for (const { line, text, weight, why } of findings)
    console.log(`line ${line}  ${weight === 'refused' ? 'not taken' : 'please look'}  ${text}  ${why}`);
  console.log(
    `${taken} texts taken in, ${unchanged} as they were, ${findings.filter((f) => f.weight === 'refused').length} not taken.`,
  );
  process.exitCode = findings.some(({ weight }) => weight === 'refused') ? 1 : 0;
} else if (first === 'stamp' && second !== undefined) console.log(`${stampTexts(second)} texts remembered.`);
else if (/^[a-z]{2,3}(?:-[A-Za-z]+)?$/.test(first) && second === undefined) details(first);
else {
  console.log(HOW);
  process.exitCode = 2;
}

/** One line for each language and layer, by who reads it. */
function overview(): void {
  const notes = readNotes();
  const rows = standings();
  console.log('language  layer     for      texts  missing  stale  draft  translated  checked  tested');
  for (const language of new Set(rows.map((row) => row.language)))
    for (const layer of ['standard', 'easy'])
      for (const who of READERS) {
        const mine = rows.filter(
          (row) => row.language === language && row.layer === layer && notes(row.namespace).who === who,
        );
        if (mine.length === 0) continue;
        const sum = (of: (row: (typeof mine)[number]) => number): number => mine.reduce((all, row) => all + of(row), 0);
        const counts = [
          sum((row) => row.texts),
          sum((row) => row.missing),
          sum((row) => row.stale),
          sum((row) => row.states.draft),
          sum((row) => row.states.translated),
          sum((row) => row.states.checked),
          sum((row) => row.states.tested),
        ];
        const widths = [5, 7, 5, 5, 10, 7, 6];
        console.log(
          [
            language.padEnd(8),
            layer.padEnd(8),
            who.padEnd(7),
            ...counts.map((count, at) => String(count).padStart(widths[at] ?? 5)),
          ].join('  '),
        );
      }
}

/** Each text of a language that is missing, stale, or that English no longer has. */
function details(language: string): void {
  for (const { layer, missing, stale } of compare(readLocales()).filter((one) => one.language === language)) {
    // Easy read only says what it says differently.
    const note = layer === 'easy' ? 'the same as standard' : 'missing';
    console.log(`\n${language} ${layer}: ${missing.length} ${note}, ${stale.length} that English no longer has`);
    for (const key of missing) console.log(`  ${note}  ${key}`);
    for (const key of stale) console.log(`  gone from English  ${key}`);
  }
  for (const row of standings().filter((one) => one.language === language && one.stale > 0))
    console.log(`  ${row.stale} of ${row.layer}/${row.namespace} are older than the English`);
}
