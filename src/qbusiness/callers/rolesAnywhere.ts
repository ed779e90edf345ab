import { awsCommand } from '../command';
import { awsPages } from '../facts';
import { ownerConflict } from '../form/arnOwner';
import { cleanIdentifier, cleanPastedText } from '../form/pastedText';
import { lengthOrCharactersProblem } from '../form/textField';
import { countWord } from '../../words/counts';
import { callerText, defineCaller } from './caller';

const actions = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'] as const;

const needsActions = `Roles Anywhere needs all ${countWord(actions.length)} actions.`;

/** @see https://www.rfc-editor.org/rfc/rfc5280#appendix-A.1 */
const MAX_COMMON_NAME = 64;

export const rolesAnywhere = defineCaller({
  kind: 'roles-anywhere',
  label: 'Server outside AWS, with IAM Roles Anywhere',
  summary: 'A server assumes the role with an X.509 certificate of your trust anchor.',
  source: awsPages.rolesAnywhere,
  fields: [
    callerText({
      name: 'trustAnchorArn',
      required: true,
      label: 'Trust anchor ARN',
      help: 'The certificate authority that you registered with IAM Roles Anywhere.',
      example:
        'arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/0a1b2c3d-1111-2222-3333-444455556666',
      token: '{{trust_anchor_arn}}',
      maxLength: 200,
      clean: cleanIdentifier,
      problem: (value) =>
        /^arn:[a-z-]+:rolesanywhere:[a-z0-9-]+:\d{12}:trust-anchor\/[0-9a-fA-F-]{36}$/.test(value)
          ? undefined
          : 'Of the form arn:aws:rolesanywhere:REGION:ACCOUNT:trust-anchor/ID',
      conflict: (value, context) => ownerConflict(value, context, 'This trust anchor'),
    }),
    callerText({
      name: 'commonName',
      required: false,
      label: 'Certificate common name (CN)',
      help: 'Limits the role to certificates with this subject CN. Empty: every certificate of the trust anchor.',
      example: 'chat-proxy.example.com',
      token: '{{certificate_cn}}',
      maxLength: MAX_COMMON_NAME,
      clean: cleanPastedText,
      problem: (value) =>
        lengthOrCharactersProblem(
          value,
          MAX_COMMON_NAME,
          /[A-Za-z0-9 ._:/=+@-]/,
          'Letters, digits, spaces and ._:/=+@- only',
        ),
    }),
  ],
  trust: ({ trustAnchorArn, commonName }) => ({
    sid: 'AllowRolesAnywhereToAssumeRole',
    principal: { Service: ['rolesanywhere.amazonaws.com'] },
    actions,
    condition: {
      ArnEquals: { 'aws:SourceArn': [trustAnchorArn] },
      ...(commonName && {
        StringEquals: { 'aws:PrincipalTag/x509Subject/CN': [commonName] },
      }),
    },
    because: commonName
      ? `Only certificates of this trust anchor with this common name may assume the role. ${needsActions}`
      : `Only certificates of this trust anchor may assume the role. ${needsActions}`,
    source: awsPages.rolesAnywhere,
  }),
  handover: (_values, { region, roleArn, roleName }) => [
    {
      text: 'Make a Roles Anywhere profile that may hand out the role.',
      command: awsCommand(['rolesanywhere', 'create-profile'], {
        '--region': region,
        '--name': roleName.replace(/[^A-Za-z0-9 \-_]/g, '-'),
        '--role-arns': roleArn,
        '--enabled': [],
      }),
    },
    {
      text: 'On the server, name the trust anchor, the profile and the role in the credential_process of aws_signing_helper.',
    },
  ],
});
