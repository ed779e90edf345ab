/** Account IDs of AWS's examples. */
const candidates = ['444455556666', '777788889999', '123123123123'] as const;

/** An account ID that stands for any other account: the first that the policy does not name. */
export const unnamedAccount = (isNamed: (account: string) => boolean): string =>
  candidates.find((account) => !isNamed(account)) ?? candidates[0];
