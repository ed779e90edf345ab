/** The conditions on a key, of which IAM does not distinguish the case. */
export function conditionsOn<Condition extends { readonly key: string }>(
  conditions: readonly Condition[],
  key: string,
): readonly Condition[] {
  const wanted = key.toLowerCase();
  return conditions.filter((condition) => condition.key.toLowerCase() === wanted);
}
