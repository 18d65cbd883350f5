import { languageOf } from './languages.ts';

/** Two letters of each script whose font is too large to bring: the device's own stands in for it. */
const SAMPLES: Readonly<Record<string, readonly [string, string]>> = { Hans: ['语', '医'] };
const known = new Map<string, boolean>();

/**
 * Whether this device draws the letters of a language. True for whatever we bring a font for, and where it cannot be told
 * (no canvas): only what was seen to be missing is called missing.
 */
export function hasLetters(language: string): boolean {
  const { script } = languageOf(language);
  const sample = SAMPLES[script];
  if (sample === undefined) return true;
  const found = known.get(script) ?? drawsApart(sample);
  known.set(script, found);
  return found;
}

/**
 * Draws two different letters and looks whether they came out differently: a letter that no font has is drawn as the same
 * empty box as every other. True where nothing can be drawn at all.
 */
export function drawsApart([one, other]: readonly [string, string]): boolean {
  const SIDE = 24;
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (pen === null) return true;
  pen.canvas.width = SIDE * 2;
  pen.canvas.height = SIDE * 2;
  pen.font = `${SIDE}px sans-serif`;
  pen.textBaseline = 'top';
  const drawn = (letter: string): string => {
    pen.clearRect(0, 0, SIDE * 2, SIDE * 2);
    pen.fillText(letter, 4, 4);
    return pen.getImageData(0, 0, SIDE * 2, SIDE * 2).data.join();
  };
  return pen.measureText(one).width !== pen.measureText(other).width || drawn(one) !== drawn(other);
}
