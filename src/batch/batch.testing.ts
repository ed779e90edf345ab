import { emptyFormValues } from '../qbusiness/form/formValues';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import { emptyRow, type BatchRow } from './batchRow';

/** Applications in several accounts, as a batch file holds them. */
export function exampleRows(accounts: number, applications: number): readonly BatchRow[] {
  return Array.from({ length: accounts * applications }, (_, index) => {
    const account = Math.floor(index / applications);
    const number = String(index).padStart(12, '0');
    return {
      ...emptyRow(String(index)),
      texts: {
        region: ['us-east-1', 'us-west-2', 'eu-west-1'][index % 3] ?? '',
        accountId: String(222_233_330_000 + account),
        applicationId: `${(0x70000000 + index).toString(16)}-1b64-4e0a-9d38-${number}`,
      },
    };
  });
}

export const sharedForm: RoleFormValues = { ...emptyFormValues };
