/**
 * The browser's storage for this origin (`localStorage`) or this tab (`sessionStorage`). Undefined where
 * it is switched off: depending on the browser it is then `null`, or its mere mention throws.
 */
export function storageArea(name: 'localStorage' | 'sessionStorage'): Storage | undefined {
  const areas: { readonly [Name in typeof name]: Storage | null } = globalThis;
  try {
    return areas[name] ?? undefined;
  } catch {
    // A SecurityError here; other errors in web views and from extensions. All mean the same.
    return undefined;
  }
}
