import { readPolicies } from './readPolicies';
import { kindOf } from './readRoles';

const APP =
  'arn:aws:qbusiness:us-east-1:222233334444:application/7f3c9d52-1b64-4e0a-9d38-5a2c6e8f4b17';
export const trust = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'application.qbusiness.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { ArnEquals: { 'aws:SourceArn': APP } },
    },
  ],
};
export const chat = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'qbusiness:ChatSync', Resource: APP }],
};
export const encoded = (value: unknown) => encodeURIComponent(JSON.stringify(value));

export const labels = (text: string) =>
  readPolicies(text).policies.map((policy) => `${policy.label ?? '-'} (${kindOf(policy)})`);

/** What the first document says at a place, and the words of the text at that place. */
export function at(text: string, path: readonly (string | number)[]) {
  const [policy] = readPolicies(text).policies;
  if (!policy) throw new Error('No document was read');
  const { start, end } = policy.locate(path, 'value');
  return text.slice(start, end);
}
