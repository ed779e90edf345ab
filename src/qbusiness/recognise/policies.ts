import type { Recogniser, Recognition } from './recognition';

/** A policy document, recognised by its text: those on AWS’s own page are no valid JSON. */
const statement = /["']Statement["']\s*:/;
const effect = /["']Effect["']\s*:\s*["'](?:Allow|Deny)["']/;
const principal = /["'](?:Not)?Principal["']\s*:|["']sts:(?:AssumeRole|SetContext|TagSession)/;
const sourceAccount = /["']aws:SourceAccount["']\s*:\s*(?:\[\s*)?["'](?<account>\d{12})["']/g;

/** Recognises that a text is a policy, and the account in its conditions; other recognisers read its ARNs. */
export const recognisePolicies: Recogniser = (text) => {
  const found = statement.exec(text);
  if (!found || !effect.test(text)) return [];
  const policy = principal.test(text) ? 'trust policy' : 'permissions policy';
  const at = { start: found.index, end: found.index };
  const accounts = [...text.matchAll(sourceAccount)].map((match): Recognition => {
    const accountId = match.groups?.['account'] ?? '';
    return { title: 'Account of a condition', values: { accountId }, weight: 'likely', ...at };
  });
  const title = policy === 'trust policy' ? 'Trust policy' : 'Permissions policy';
  return [{ title, values: {}, weight: 'likely', policy, ...at }, ...accounts];
};
