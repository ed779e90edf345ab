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
 * Creates a Trusted Types policy, under a name that the Content-Security-Policy lists, for the script at
 * this one address. The policy cannot be used for any other address.
 */
export function trustedScriptUrl(name: string, url: string): () => string {
  let policy: ScriptUrlPolicy | undefined;
  return () => {
    policy ??= globalThis.trustedTypes?.createPolicy(name, { createScriptURL: () => url });
    return policy?.createScriptURL(url) ?? url;
  };
}
