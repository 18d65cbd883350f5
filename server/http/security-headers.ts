/** Nothing but our own files may run, show or be spoken to; violations are counted at `/csp-report`. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types said-and-done',
  'report-uri /csp-report',
  'report-to csp',
].join('; ');

/** For what people uploaded: no script, no style, no frame, no origin of its own. */
export const SANDBOXED_POLICY = "default-src 'none'; media-src 'self'; img-src 'self'; sandbox; frame-ancestors 'none'";

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'reporting-endpoints': 'csp="/csp-report"',
  'permissions-policy':
    'microphone=(self), camera=(self), geolocation=(self), payment=(), usb=(), serial=(), midi=(), display-capture=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Adds the headers of every answer; one the route has set itself stays. */
export function addSecurityHeaders(headers: Headers, https: boolean): void {
  for (const [name, value] of Object.entries(HEADERS)) if (!headers.has(name)) headers.set(name, value);
  if (https) headers.set('strict-transport-security', 'max-age=31536000');
}
