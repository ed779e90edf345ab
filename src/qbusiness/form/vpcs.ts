import type { ListFormField } from './formField';
import { cleanIdentifier } from './pastedText';
import { defineTextField } from './textField';

export const vpcsField = {
  kind: 'list',
  name: 'vpcs',
  option: 'vpc',
  operand: 'ID',
  needs: [{ field: 'networkLimit', is: 'vpc' }],
  label: 'VPCs',
  help: 'Works only for calls that go through a VPC endpoint in these VPCs.',
  addLabel: 'Add VPC',
  required: true,
  maxEntries: 200,
  entry: defineTextField({
    label: 'VPC ID',
    help: 'Works only for calls that go through a VPC endpoint in this VPC.',
    example: 'vpc-0a1b2c3d4e5f67890',
    token: '{{vpc_id}}',
    maxLength: 21,
    clean: cleanIdentifier,
    problem: (value) =>
      /^vpc-(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(value)
        ? undefined
        : 'vpc- and 8 or 17 digits of 0-9 and a-f',
  }),
} as const satisfies ListFormField;
