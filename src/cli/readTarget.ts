import { formFieldOf } from '../qbusiness/form/formFields';
import type { RoleFormValues } from '../qbusiness/form/formValues';
import { UsageError } from './command';
import { optionOf, type FormOptionValues } from './formOptions';
import { readRequest } from './readRequest';

type TargetName = 'region' | 'accountId' | 'applicationId';

/**
 * A Region, an account or an application that documents are asked about, as the form reads it.
 *
 * @throws UsageError for a value that the form refuses
 */
export function readTarget(name: TargetName, typed: string): RoleFormValues[TargetName];
export function readTarget(name: TargetName, typed: string | undefined): string | undefined;
export function readTarget(name: TargetName, typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const options: FormOptionValues = { [formFieldOf(name)?.option ?? '']: typed };
  const { values, problems } = readRequest(options);
  const problem = problems.find(({ path }) => path === name);
  if (problem) throw new UsageError(`${optionOf(name)}: ${problem.message}`);
  return values[name];
}
