// Loaded into the server before anything else: its clock begins at the moment the screens are drawn at, and goes on from there.
const START = Date.parse('2026-11-20T10:30:00.000Z');
const ahead = Date.now() - START;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() - ahead);
    else super(...given);
  }
  static now() {
    return RealDate.now() - ahead;
  }
};
