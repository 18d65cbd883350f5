/** The server's rule for sign-in names, so that a person hears it while typing and not after sending. */
export function isLoginName(typed: string): boolean {
  return /^[a-z0-9][a-z0-9._@-]{1,79}$/.test(typed.trim().toLowerCase());
}
