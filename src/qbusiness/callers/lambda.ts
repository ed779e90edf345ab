import { awsCommand } from '../command';
import { awsPages } from '../facts';
import { cleanPastedText } from '../form/pastedText';
import { lengthOrCharactersProblem } from '../form/textField';
import { callerText, defineCaller } from './caller';

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
const MAX_FUNCTION_NAME = 64;

export const lambda = defineCaller({
  kind: 'lambda',
  label: 'AWS Lambda function',
  summary: 'Lambda assumes the role as the execution role of functions in this account.',
  source: awsPages.lambdaExecutionRole,
  fields: [
    callerText({
      name: 'functionName',
      required: false,
      label: 'Function name',
      help: 'Limits the role to one function. Empty: any function of this account that is given the role.',
      example: 'my-chat-proxy',
      token: '{{function_name}}',
      maxLength: MAX_FUNCTION_NAME,
      clean: cleanPastedText,
      problem: (value) =>
        lengthOrCharactersProblem(
          value,
          MAX_FUNCTION_NAME,
          /[A-Za-z0-9_-]/,
          'The name alone, without version or ARN: letters, digits, - and _',
        ),
    }),
  ],
  trust: ({ functionName }, { partition, region, accountId }) => ({
    sid: functionName ? 'AllowLambdaFunctionToAssumeRole' : 'AllowLambdaToAssumeRole',
    principal: { Service: ['lambda.amazonaws.com'] },
    actions: ['sts:AssumeRole'],
    condition: {
      StringEquals: { 'aws:SourceAccount': [accountId] },
      ...(functionName && {
        ArnLike: {
          'aws:SourceArn': [
            `arn:${partition}:lambda:${region}:${accountId}:function:${functionName}`,
          ],
        },
      }),
    },
    because: functionName
      ? `Lambda may assume the role for the function ${functionName} of this account only. If creating the function fails with “cannot be assumed by Lambda”, leave the function name empty.`
      : 'Lambda may assume the role for functions of this account only.',
    source: awsPages.lambdaExecutionRole,
  }),
  handover: ({ functionName }, { region, roleArn }) => [
    functionName
      ? {
          text: 'Make it the execution role of the function.',
          command: awsCommand(['lambda', 'update-function-configuration'], {
            '--region': region,
            '--function-name': functionName,
            '--role': roleArn,
          }),
        }
      : { text: `Choose ${roleArn} as the execution role of the function.` },
    {
      text: 'The function also needs permission to write its logs: attach AWSLambdaBasicExecutionRole if it has none.',
    },
  ],
});
