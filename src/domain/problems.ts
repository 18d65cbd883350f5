/**
 * The one catalogue of what can go wrong between a tablet, the server and the desk.
 * Each code has a sentence in `locales/<language>/<layer>/problems.json` that says what to do next.
 * `retry` tells the sync engine what to do: no code ever deletes an operation.
 */
export const PROBLEMS = {
  // the link
  unreachable: { status: 0, retry: 'later' },
  'nonsense-answer': { status: 0, retry: 'later' },
  'timed-out': { status: 0, retry: 'later' },
  // what was sent
  'bad-request': { status: 400, retry: 'never' },
  'bad-envelope': { status: 400, retry: 'never' },
  'not-found': { status: 404, retry: 'never' },
  conflict: { status: 409, retry: 'never' },
  'too-large': { status: 413, retry: 'smaller' },
  'wrong-hash': { status: 422, retry: 'later' },
  'cursor-too-old': { status: 410, retry: 'afresh' },
  'update-needed': { status: 426, retry: 'after-update' },
  'too-many-requests': { status: 429, retry: 'later' },
  // who sent it
  'not-signed-in': { status: 401, retry: 'later' },
  'wrong-sign-in': { status: 401, retry: 'never' },
  'bad-signature': { status: 401, retry: 'later' },
  'stale-nonce': { status: 401, retry: 'now' },
  'not-allowed': { status: 403, retry: 'never' },
  'cross-site': { status: 403, retry: 'never' },
  'device-unknown': { status: 403, retry: 'later' },
  'device-revoked': { status: 403, retry: 'later' },
  'code-unknown': { status: 404, retry: 'never' },
  'code-used': { status: 409, retry: 'never' },
  'code-expired': { status: 410, retry: 'never' },
  'setup-done': { status: 409, retry: 'never' },
  'setup-token': { status: 403, retry: 'never' },
  'weak-passcode': { status: 422, retry: 'never' },
  'name-taken': { status: 409, retry: 'never' },
  'last-admin': { status: 409, retry: 'never' },
  'survey-used': { status: 409, retry: 'never' },
  'survey-state': { status: 409, retry: 'never' },
  'asset-type': { status: 422, retry: 'never' },
  'too-few-answers': { status: 409, retry: 'never' },
  // the server
  'server-failed': { status: 500, retry: 'later' },
  'server-busy': { status: 503, retry: 'later' },
  'disk-low': { status: 507, retry: 'later' },
  // why a record is parked in quarantine
  'cannot-open': { status: 0, retry: 'never' },
  'unknown-key': { status: 0, retry: 'never' },
  'unknown-kind': { status: 0, retry: 'after-update' },
  'unknown-version': { status: 0, retry: 'after-update' },
  'does-not-fit': { status: 0, retry: 'never' },
  'same-id-other-content': { status: 0, retry: 'never' },
  'from-revoked-tablet': { status: 0, retry: 'never' },
  'from-recovered-journal': { status: 0, retry: 'never' },
  'from-other-tablet': { status: 0, retry: 'never' },
  'kept-failing': { status: 0, retry: 'later' },
  // the tablet
  'no-opfs': { status: 0, retry: 'never' },
  'storage-full': { status: 0, retry: 'never' },
  'storage-failed': { status: 0, retry: 'later' },
  'storage-lost-key': { status: 0, retry: 'never' },
  'other-tab': { status: 0, retry: 'never' },
  'wrong-passcode': { status: 0, retry: 'never' },
  'passcode-wait': { status: 0, retry: 'later' },
  'vault-gone': { status: 0, retry: 'never' },
  'microphone-denied': { status: 0, retry: 'never' },
  'microphone-missing': { status: 0, retry: 'never' },
  'camera-denied': { status: 0, retry: 'never' },
  'photo-unreadable': { status: 0, retry: 'never' },
  'position-refused': { status: 0, retry: 'never' },
  'position-unknown': { status: 0, retry: 'never' },
  'battery-low': { status: 0, retry: 'never' },
  'draft-unreadable': { status: 0, retry: 'never' },
} as const satisfies Record<string, { status: number; retry: Retry }>;

export type Retry = 'now' | 'later' | 'smaller' | 'afresh' | 'after-update' | 'never';
export type ProblemCode = keyof typeof PROBLEMS;

export function isProblemCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && Object.hasOwn(PROBLEMS, value);
}

/** A problem as an error, for adapters and endpoints. `details` holds numbers and names of fields, never content. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, string | number>>;
  constructor(code: ProblemCode, details: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.details = details;
  }
}

/** Any thrown thing as a problem, so that a screen always has a sentence to show. */
export function toProblem(thrown: unknown, otherwise: ProblemCode): Problem {
  return thrown instanceof Problem ? thrown : new Problem(otherwise, {}, { cause: thrown });
}
