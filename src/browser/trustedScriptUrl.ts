interface ScriptUrlPolicy {
  readonly createScriptURL: (url: string) => string;
}

declare global {
  /** Trusted Types, where the browser has them; the policy's strings are the browser's own objects. */
  var trustedTypes:
    | { readonly createPolicy: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy }
    | undefined;
}

/**
 * Vouches for the one script at this address, under the name that the Content-Security-Policy lists.
 * The policy can make no other address, whoever calls it.
 */
export function trustedScriptUrl(name: string, url: string): () => string {
  let policy: ScriptUrlPolicy | undefined;
  return () => {
    policy ??= globalThis.trustedTypes?.createPolicy(name, { createScriptURL: () => url });
    return policy?.createScriptURL(url) ?? url;
  };
}
