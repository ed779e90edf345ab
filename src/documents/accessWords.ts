import type { Decision } from '../iam/evaluate';
import { accessTargets, type AccessTarget } from '../qbusiness/access';
import { actionCatalogue } from '../qbusiness/actions';
import type { AccessReport, AccessRow, RequesterRow } from './accessTexts';

export const decisionWords: Readonly<Record<Decision, string>> = {
  allowed: 'Allowed',
  explicitDeny: 'Explicitly denied',
  implicitDeny: 'Not allowed',
  notDecided: 'Not decided',
};

export const targetWords: Readonly<Record<AccessTarget, string>> = {
  application: 'This application',
  'other-application': 'Another application',
  'other-account': 'Another account',
  'other-region': 'Another Region',
};

const placeWords: Readonly<Record<AccessTarget, string>> = {
  application: 'On the application',
  'other-application': 'On another application of the account',
  'other-account': 'In another account',
  'other-region': 'In another Region',
};

/** What the report comes to, in sentences for a reviewer. */
export function accessSentences({ actions, requesters }: AccessReport): readonly string[] {
  return [...actionSentences(actions), ...requesterSentences(requesters)];
}

function actionSentences(rows: readonly AccessRow[]): readonly string[] {
  if (rows.length === 0) return [];
  const known = `${actionCatalogue.actions.length} actions that Amazon Q Business had on ${actionCatalogue.date}`;
  const sentences = accessTargets.flatMap((target) => {
    const there = rows.filter((row) => row.target === target);
    const allowed = there.filter(({ decision }) => decision === 'allowed');
    const open = there.filter(({ decision }) => decision === 'notDecided');
    const denied = there.filter(({ decision }) => decision === 'explicitDeny');
    const place = placeWords[target];
    return [
      ...(allowed.length > 0
        ? [`${place} the role may call ${listed(allowed)}.`]
        : target === 'application' && open.length === 0
          ? [`${place} the role may call nothing.`]
          : []),
      ...(open.length > 0 ? [`${place} it is not decided for ${listed(open)}: ${why(open)}.`] : []),
      ...(denied.length > 0 ? [`${place} ${listed(denied)} is denied explicitly.`] : []),
    ];
  });
  const isConfined = rows.every(
    ({ target, decision }) => target === 'application' || decision.endsWith('Deny'),
  );
  return [
    ...sentences,
    ...(isConfined ? ['Elsewhere the role may call nothing that was asked about.'] : []),
    `Asked about: the ${known}, and iam:PassRole, sts:AssumeRole and s3:GetObject.`,
  ];
}

/** Few names are listed, many are counted. */
function listed(rows: readonly AccessRow[]): string {
  const names = rows.map(({ action }) => action);
  if (names.length <= 8) return names.join(', ');
  const services = names.filter((name) => name.startsWith('qbusiness:')).length;
  const others = names.filter((name) => !name.startsWith('qbusiness:'));
  return [`${services} actions of Amazon Q Business`, ...others].join(', ');
}

const why = (rows: readonly { readonly doubts: readonly string[] }[]): string =>
  [...new Set(rows.flatMap(({ doubts }) => doubts))].join('; ');

function requesterSentences(rows: readonly RequesterRow[]): readonly string[] {
  const labels = (some: readonly RequesterRow[]) => some.map(({ label }) => label).join('; ');
  const can = rows.filter(({ decision }) => decision === 'allowed');
  const direct = can.filter(({ isDelegated }) => !isDelegated);
  const delegated = can.filter(({ isDelegated }) => isDelegated);
  const open = rows.filter(({ decision }) => decision === 'notDecided');
  const cannot = rows.filter(({ decision }) => decision.endsWith('Deny'));
  return [
    ...(direct.length > 0 ? [`Can become the role: ${labels(direct)}.`] : []),
    ...(delegated.length > 0
      ? [`Can become the role if their own account allows it: ${labels(delegated)}.`]
      : []),
    ...(open.length > 0 ? [`Not decided for: ${labels(open)}; ${why(open)}.`] : []),
    ...(cannot.length > 0 ? [`Cannot become the role: ${labels(cannot)}.`] : []),
  ];
}
