/** Our two cookies. `__Host-` makes the browser insist on Secure, this host alone, and the path `/`. */
export const SESSION_COOKIE = '__Host-said';
export const RESCUE_COOKIE = '__Host-said-rescue';
export type CookieName = typeof SESSION_COOKIE | typeof RESCUE_COOKIE;

/** The value of a cookie, or null. */
export function readCookie(request: Request, name: CookieName): string | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined && /^[\w-]{20,100}$/.test(value)) return value;
  }
  return null;
}

export function cookieLine(name: CookieName, value: string, maxAgeS: number): string {
  return `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${maxAgeS}`;
}
