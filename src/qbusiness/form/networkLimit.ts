import type { ChoiceFormField } from './formField';
import { apiOnly } from './needs';

/** Which network the calls must come from. A web experience calls from Amazon Q Business itself. */
export const networkLimitField = {
  kind: 'choice',
  name: 'networkLimit',
  option: 'network-limit',
  needs: apiOnly,
  label: 'Network limit',
  help: 'Where calls must come from.',
  choices: [
    { value: 'none', label: 'From anywhere' },
    { value: 'vpc-endpoint', label: 'Through named VPC endpoints' },
    { value: 'vpc', label: 'From named VPCs' },
    { value: 'ip-range', label: 'From public IP ranges' },
  ],
} as const satisfies ChoiceFormField;

export type NetworkLimit = (typeof networkLimitField)['choices'][number]['value'];
