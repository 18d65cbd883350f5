const RATE = 8_000;
/** A falling and rising tone, once for each "word": plainly not a voice, and plainly something to hear. */
const WORDS_PER_SECOND = 3;

/** A small WAV file (8 kHz, 8 bits, mono) of the given length: a stand-in for somebody speaking. */
export function makeVoiceNote(seconds: number): Uint8Array<ArrayBuffer> {
  const samples = Math.round(seconds * RATE);
  const file = new Uint8Array(44 + samples);
  const view = new DataView(file.buffer);
  const mark = (at: number, text: string) => file.set(new TextEncoder().encode(text), at);
  mark(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  mark(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  mark(36, 'data');
  view.setUint32(40, samples, true);
  let phase = 0;
  for (let i = 0; i < samples; i += 1) {
    const word = (i / RATE) * WORDS_PER_SECOND;
    const inWord = word - Math.floor(word);
    phase += (2 * Math.PI * (150 + 60 * Math.sin(word * 1.7))) / RATE;
    const loudness = inWord < 0.75 ? Math.sin((inWord / 0.75) * Math.PI) : 0;
    file[44 + i] = Math.round(128 + 70 * loudness * Math.sin(phase));
  }
  return file;
}
