import { auditTexts } from './auditTexts';

/** The codes of the findings on some texts, in the order of the texts. */
export const found = (...texts: readonly string[]): readonly string[] => {
  const audit = auditTexts({ texts: texts.map((text) => ({ text })) });
  return [
    ...new Set(
      audit.texts.flatMap(({ findings }) =>
        findings.map(({ severity, rule }) => `${severity} ${rule}`),
      ),
    ),
  ];
};

export const APP =
  'arn:aws:qbusiness:us-east-1:222233334444:application/7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17';
export const OTHER = APP.replace('7f3c9d52', '0d1e2f3a');
export const document = (...statements: readonly object[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
  });
const assumedBy = (principal: unknown, condition?: object) => ({
  Principal: principal,
  Action: 'sts:AssumeRole',
  ...(condition && { Condition: condition }),
});
const webExperience = { Service: 'application.qbusiness.amazonaws.com' };
export const service = (condition: object) => document(assumedBy(webExperience, condition));
/** Trusts the service in one statement, and refuses under a condition in another. */
export const serviceBut = (denied: object, allowed?: object, principal: unknown = webExperience) =>
  document(assumedBy(webExperience, allowed), {
    ...assumedBy(principal, denied),
    Effect: 'Deny',
  });
export const anyone = (condition?: object) =>
  document({
    Principal: { AWS: '*' },
    Action: 'sts:AssumeRole',
    ...(condition && { Condition: condition }),
  });
export const federated = (
  provider: string,
  condition: object,
  action = 'sts:AssumeRoleWithWebIdentity',
) => document({ Principal: { Federated: provider }, Action: action, Condition: condition });
export const github = (condition: object, action?: string) =>
  federated(
    'arn:aws:iam::222233334444:oidc-provider/token.actions.githubusercontent.com',
    condition,
    action,
  );
export const sub = (operator: string, ...values: readonly string[]) => ({
  [operator]: { 'token.actions.githubusercontent.com:sub': values },
});
export const permit = (action: unknown, resource: unknown = APP, more: object = {}) =>
  document({ Action: action, Resource: resource, ...more });
/** Lets chat with every application, and refuses something. */
export const permitBut = (denied: object) =>
  document(
    { Action: ['qbusiness:Chat', 'qbusiness:PutFeedback'], Resource: '*' },
    { ...denied, Effect: 'Deny' },
  );
export const account = { 'aws:SourceAccount': '222233334444' };
