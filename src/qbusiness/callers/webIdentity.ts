import type { ConditionBlock, ConditionKey, NonEmpty } from '../../iam/document';

/**
 * The conditions on an OIDC token: made for AWS STS, and for this one subject.
 *
 * @param provider Issuer host and path, without `https://`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export function webIdentityCondition(provider: string, subject: string): ConditionBlock {
  const audienceKey: ConditionKey = `${provider}:aud`;
  const subjectKey: ConditionKey = `${provider}:sub`;
  const claims: Record<ConditionKey, NonEmpty<string>> = {
    [audienceKey]: ['sts.amazonaws.com'],
    [subjectKey]: [subject],
  };
  return { StringEquals: claims };
}
