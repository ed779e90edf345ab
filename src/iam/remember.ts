const longestKey = 500;
const mostKeys = 10_000;

/** A function of a text that keeps its results: policies ask about the same few texts again and again. */
export function remember<Result>(compute: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = compute(text);
    // Long texts are rare, and would be kept for as long as the page is open.
    if (text.length > longestKey) return result;
    if (results.size >= mostKeys) results.clear();
    results.set(text, result);
    return result;
  };
}
