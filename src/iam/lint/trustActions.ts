import { actionMatches } from '../match';
import type { AnyStatement } from '../parse';
import { finding, type Finding, type Rule } from './rule';
import { nameInWords } from '../../words/names';

const samlAction = 'sts:AssumeRoleWithSAML';
const webIdentityAction = 'sts:AssumeRoleWithWebIdentity';

/** Condition keys, in lower case, that only requests for one action carry, each with that action. */
const actionsOfKeys: ReadonlyMap<string, string> = new Map([
  ['sts:sourceidentity', 'sts:SetSourceIdentity'],
  ['sts:transitivetagkeys', 'sts:TagSession'],
  ['sts:requestcontext', 'sts:SetContext'],
  ['sts:requestcontextproviders', 'sts:SetContext'],
]);

const rolesAnywhereActions = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'];

export const trustActions: Rule = {
  codes: [
    'UNSUPPORTED_ACTION_IN_POLICY',
    'MISMATCHED_ACTION_FOR_PRINCIPAL',
    'MISSING_ACTION_FOR_CONDITION_KEY',
    'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY',
  ],
  kinds: ['trust'],
  *check({ document }) {
    for (const statement of document.statements) {
      if (!statement.action || statement.action.negated) continue;
      yield* unsupportedActions(statement);
      yield* mismatchedActions(statement);
      yield* missingActions(statement);
    }
  },
};

function has({ action }: AnyStatement, wanted: string): boolean {
  return action?.entries.some(({ value }) => actionMatches(value, wanted) === true) ?? false;
}

function* unsupportedActions({ action }: AnyStatement): Generator<Finding> {
  for (const { value, at } of action?.entries ?? []) {
    if (/^sts:/i.test(value) || !value.includes(':')) continue;
    yield finding(
      'error',
      'UNSUPPORTED_ACTION_IN_POLICY',
      at,
      `${nameInWords(value)} is no action on a role's trust: only actions of sts are.`,
    );
  }
}

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
function* mismatchedActions({ action, principal }: AnyStatement): Generator<Finding> {
  if (!action || !principal || principal.negated || principal.entries.length === 0) return;
  const isSaml = principal.entries.some((entry) => entry.value.includes(':saml-provider/'));
  const federated = principal.entries.filter(({ kind }) => kind === 'Federated');
  const isOidc = federated.some((entry) => !entry.value.includes(':saml-provider/'));
  const isPlain = federated.length < principal.entries.length;
  for (const { value, at } of action.entries) {
    const lower = value.toLowerCase();
    const fits =
      lower === 'sts:assumerole'
        ? isPlain
        : lower === samlAction.toLowerCase()
          ? isSaml
          : lower === webIdentityAction.toLowerCase()
            ? isOidc
            : true;
    if (fits) continue;
    yield finding(
      'error',
      'MISMATCHED_ACTION_FOR_PRINCIPAL',
      at,
      `None of the principals can call ${value}: SAML providers need ${samlAction}, OIDC providers ${webIdentityAction}, all others sts:AssumeRole.`,
    );
  }
}

function* missingActions(statement: AnyStatement): Generator<Finding> {
  if (statement.effect?.value !== 'Allow') return;
  for (const { key, at } of statement.conditions) {
    const needed = actionsOfKeys.get(key.toLowerCase());
    if (needed === undefined || has(statement, needed)) continue;
    yield finding(
      'error',
      'MISSING_ACTION_FOR_CONDITION_KEY',
      at,
      `A request has ${key} only if the statement also allows ${needed}.`,
    );
  }
  const rolesAnywhere = statement.principal?.entries.find(
    ({ kind, value }) => kind === 'Service' && value === 'rolesanywhere.amazonaws.com',
  );
  const missing = rolesAnywhereActions.filter((action) => !has(statement, action));
  if (rolesAnywhere && missing.length > 0 && missing.length < rolesAnywhereActions.length) {
    yield finding(
      'error',
      'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY',
      statement.action?.at ?? statement.at,
      `IAM Roles Anywhere also needs ${missing.join(' and ')}.`,
    );
  }
}
