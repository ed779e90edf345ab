const longestKey = 500;
const mostKeys = 10_000;

/** The function with its results cached by text: the same few texts recur in policies. */
export function memoize<Result>(compute: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = compute(text);
    // Long texts are rare, and the cache lives as long as the page.
    if (text.length > longestKey) return result;
    if (results.size >= mostKeys) results.clear();
    results.set(text, result);
    return result;
  };
}
