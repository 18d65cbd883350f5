/** Fisher and Yates, from a seed: the same words give the same order on every tablet. */
export function shuffled(codes: readonly string[], from: string): readonly string[] {
  let state = 2_166_136_261;
  for (let at = 0; at < from.length; at += 1) state = Math.imul(state ^ from.charCodeAt(at), 16_777_619);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const mixed = [...codes];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as string, mixed[at] as string];
  }
  return mixed;
}
