/** The same object with each `var(--name)` replaced by its present value on the page. */
export function resolvedVariables<Names extends object>(names: Names): Names {
  const style = getComputedStyle(document.documentElement);
  const resolve = (part: unknown): unknown =>
    typeof part === 'object' && part !== null
      ? Object.fromEntries(Object.entries(part).map(([name, value]) => [name, resolve(value)]))
      : style.getPropertyValue(/^var\((--[\w-]+)/.exec(String(part))?.[1] ?? '').trim();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape stays as it is
  return resolve(names) as Names;
}
