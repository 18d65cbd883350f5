// Loaded into the server before anything else: its clock begins at the moment the screens are drawn at, and goes on from
// there, so many times slower as `CLOCK_SLOWER` says: a walk of minutes ends in the same minute.
const START = Date.parse('2026-11-20T10:30:00.000Z');
const slower = Number(process.env['CLOCK_SLOWER'] ?? 1);
const RealDate = Date;
const began = RealDate.now();
const now = () => START + Math.floor((RealDate.now() - began) / slower);
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static now() {
    return now();
  }
};
