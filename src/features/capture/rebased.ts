/**
 * What a step changed, put onto the newest body: two taps that come before the screen is drawn again never undo one
 * another. Bodies are records of fields; each field is changed as a whole.
 */
export function rebased(shown: unknown, changed: unknown, newest: unknown): unknown {
  if (shown === newest || !isFields(shown) || !isFields(changed) || !isFields(newest)) return changed;
  const next = { ...newest };
  for (const key of new Set([...Object.keys(shown), ...Object.keys(changed)])) {
    if (shown[key] === changed[key]) continue;
    if (key in changed) next[key] = changed[key];
    else delete next[key];
  }
  return next;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
