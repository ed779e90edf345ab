import { isJsonObject, type JsonObject } from '../iam/parse';
import { parseJson } from '../syntax/parseJson';
import type { Remark } from './readers/source';

const commands =
  'Paste what aws iam get-role, get-role-policy or get-policy-version answers, or the documents themselves.';

interface KnownAnswer {
  readonly has: (answer: JsonObject) => boolean;
  readonly words: string;
}

const has =
  (...names: readonly string[]) =>
  (answer: JsonObject): boolean =>
    names.some((name) => Object.hasOwn(answer, name));

/** Outputs of commands that list or name policies without containing their documents. */
const answers: readonly KnownAnswer[] = [
  {
    has: has('EvaluationResults'),
    words: `This is an answer of the policy simulator: decisions, and no policy document. ${commands}`,
  },
  {
    has: ({ findings }) =>
      Array.isArray(findings) &&
      findings.every((finding) => isJsonObject(finding) && 'issueCode' in finding),
    words: `These are findings of IAM Access Analyzer, without the policy document they are about. ${commands}`,
  },
  {
    has: has('eventVersion', 'Records'),
    words: `This is a CloudTrail event without a policy document. ${commands}`,
  },
  {
    has: has('PolicyNames'),
    words:
      'These are the names of inline policies. aws iam get-role-policy answers with the document of each.',
  },
  {
    has: has('AttachedPolicies', 'PolicyName'),
    words:
      'These are names of policies. aws iam get-policy-version answers with the document of a managed policy.',
  },
  {
    has: has('webExperienceId', 'applicationId', 'applications', 'webExperiences'),
    words: `This is an answer of aws qbusiness, which holds no policy document. ${commands}`,
  },
  {
    has: has('UserId', 'Account'),
    words: `This says who you are, and holds no policy document. ${commands}`,
  },
];

const texts: readonly (readonly [form: RegExp, words: string])[] = [
  [
    /\bfrom ['"](?:aws-cdk-lib|@aws-cdk\/)|\baws_cdk\b/,
    'This is the source of a CDK app. Run cdk synth and paste the template that it prints.',
  ],
  [
    /\bfrom ['"]@pulumi\/|\bpulumi_aws\b/,
    'This is the source of a Pulumi program. Paste what pulumi stack export prints.',
  ],
  [
    /^(?:resource|data|module|provider|variable|terraform|import|output|locals) ["{]/m,
    'This Terraform configuration holds no policy document that is written out. Paste what terraform show -json prints.',
  ],
  [
    /^AWSTemplateFormatVersion:|^Resources:/m,
    'This CloudFormation template holds no policy document that can be read. Paste what aws cloudformation get-template --template-stage Processed answers.',
  ],
];

/** Signs that the text was meant to contain a policy document. */
const attempt =
  /["']?\b(?:Statement|PolicyDocument|AssumeRolePolicyDocument|assume_role_policy)["']?\s?[:=]\s?\S/i;

/** One sentence about what a text without documents seems to be; undefined if nothing useful is known. */
export function describeText(text: string, isDamaged: boolean): Remark | undefined {
  const start = Math.max(text.search(/\S/), 0);
  const range = { start, end: Math.max(text.trimEnd().length, start) };
  if (text.trim() === '') return undefined;
  const remark = (code: Remark['code'], message: string): Remark => ({ code, message, range });
  const form = texts.find(([pattern]) => pattern.test(text));
  const code = attempt.test(text) ? 'UNREADABLE_TEXT' : 'NO_POLICY';
  if (form) return remark(code, form[1]);
  const { value } = text.length < 1_000_000 ? parseJson(text) : { value: undefined };
  const isJson =
    /[{[]/.test(text[start] ?? '') && (typeof value === 'object' || text.length >= 1_000_000);
  if (isJson) {
    const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
    const first: unknown = parts[0];
    const known = isJsonObject(first) ? answers.find((answer) => answer.has(first)) : undefined;
    if (known) return remark('NO_POLICY', known.words);
    const damage = isDamaged ? ' It is also no JSON as it stands.' : '';
    return remark('NO_POLICY', `No policy document is in here.${damage} ${commands}`);
  }
  return remark(code, `No policy document can be found in this text. ${commands}`);
}
