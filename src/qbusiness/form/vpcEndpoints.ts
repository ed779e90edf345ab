import type { ListFormField } from './formField';
import { cleanIdentifier } from './pastedText';
import { defineTextField } from './textField';

export const vpcEndpointsField = {
  kind: 'list',
  name: 'vpcEndpoints',
  option: 'vpc-endpoint',
  operand: 'ID',
  needs: [{ field: 'networkLimit', is: 'vpc-endpoint' }],
  label: 'VPC endpoints',
  help: 'Interface endpoints for aws.api.REGION.qbusiness.',
  addLabel: 'Add VPC endpoint',
  required: true,
  maxEntries: 200,
  entry: defineTextField({
    label: 'VPC endpoint ID',
    help: 'The interface endpoint for aws.api.REGION.qbusiness.',
    example: 'vpce-0a1b2c3d4e5f67890',
    token: '{{vpc_endpoint_id}}',
    maxLength: 22,
    clean: cleanIdentifier,
    problem: (value) =>
      /^vpce-(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(value)
        ? undefined
        : 'vpce- and 8 or 17 digits of 0-9 and a-f',
  }),
} as const satisfies ListFormField;
