/** Under six signs, all alike, a run (123456, fedcba), a short pattern said again (121212), or one everybody tries. */
const SHORTEST = 6;
const TRIED_FIRST: ReadonlySet<string> = new Set([
  '112233',
  '123321',
  '159753',
  '147258',
  '102030',
  '789456',
  'password',
  'password1',
  'passw0rd',
  'qwerty',
  'qwertyuiop',
  'letmein',
  'welcome',
  'iloveyou',
  'admin123',
  'abc123',
]);

export function isWeakPasscode(passcode: string, displayName: string): boolean {
  const signs = [...passcode.trim().toLowerCase()];
  const said = signs.join('');
  if (signs.length < SHORTEST || TRIED_FIRST.has(said)) return true;
  if (said === displayName.trim().toLowerCase().replaceAll(/\s+/g, '')) return true;
  return isRun(signs) || isPattern(said);
}

function isRun(signs: readonly string[]): boolean {
  const codes = signs.map((sign) => sign.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  const [step] = steps;
  const rollsOver = (from: number) => from === 57 || from === 48;
  if (steps.size === 1) return step === 0 || step === 1 || step === -1;
  // 567890 and 098765: the run as it stands on the keys.
  return codes.slice(1).every((code, index) => {
    const before = codes[index] ?? 0;
    return code === before + 1 || (rollsOver(before) && code === 48);
  });
}

function isPattern(said: string): boolean {
  for (let length = 1; length <= said.length / 2; length += 1) {
    if (said.length % length === 0 && said.slice(0, length).repeat(said.length / length) === said) return true;
  }
  return false;
}
