/**
 * The one Trusted Types policy of the app. The content security policy lets script addresses through only if they come
 * from here: our own files, on our own origin.
 */
const OWN_SCRIPT = /^\/(?:assets\/[\w.-]+\.js|sw\.js|src\/[\w./-]+\.ts)$/;

interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown;
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

let policy: ScriptUrlPolicy | null = null;

function ownScript(url: string): string {
  const address = new URL(url, location.href);
  if (address.origin !== location.origin || !OWN_SCRIPT.test(address.pathname)) {
    throw new TypeError('not a script of ours');
  }
  return address.href;
}

/**
 * The address of our own worker or service worker, in the form the browser asks for. The type says string because the
 * constructors are typed so; where Trusted Types are enforced it is a TrustedScriptURL. Throws TypeError for others.
 */
export function trustedScriptUrl(url: string): string {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (factory === undefined) return ownScript(url);
  policy ??= factory.createPolicy('said-and-done', { createScriptURL: ownScript });
  return policy.createScriptURL(url) as string;
}
