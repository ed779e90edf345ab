import type { Artifact } from '../exporters/artifact';
import { quoteShellWord } from '../syntax/shell';
import type { AccountPlans } from './accounts';
import type { BatchPrinter } from './batchPrinter';
import environment from '../syntax/sh/environment.sh?raw';
import deployStackSets from './scripts/deployStackSets.sh?raw';
import { stackSetTemplates } from './stackSetTemplates';

/** IAM is global: each account gets one stack, in the Region of IAM's control plane. */
const STACK_SET_REGION = 'us-east-1';

/**
 * StackSets for the accounts of the partition `aws`, and the script that creates them. Empty where
 * there is one account alone: its own template does.
 */
export function* stackSetFiles(
  accounts: readonly AccountPlans[],
  printer: BatchPrinter,
): Generator<void, readonly Artifact[]> {
  const commercial = accounts.filter(({ partition }) => partition === 'aws');
  if (commercial.length < 2) return [];
  const templates = yield* stackSetTemplates(commercial, printer);
  const calls = templates.map(({ name, accountIds }) =>
    ['deploy', quoteShellWord(name), ...accountIds].join(' '),
  );
  return [
    ...templates.map(({ artifact }) => artifact),
    {
      path: 'stack-sets/deploy.sh',
      language: 'shell',
      executable: true,
      contents: `${head}\n\nregion=${STACK_SET_REGION}\n\n${deployStackSets}\n${calls.join('\n')}\n`,
    },
  ];
}

const head = `#!/bin/sh
# Creates the StackSets, or updates them: all roles of all accounts, from one place.
#
#   sh stack-sets/deploy.sh [--self-managed | --organizational-unit ID] [--bucket NAME] [--profile NAME]
#
#   Run it with credentials of the management account, or of the administrator account of
#   self-managed StackSets.
#
#   --organizational-unit ID  the unit or root that holds the accounts; default: the root
#   --self-managed            with the roles AWSCloudFormationStackSetAdministrationRole and
#                             AWSCloudFormationStackSetExecutionRole instead of AWS Organizations
#   --bucket NAME             a bucket for templates of more than 51,200 bytes
#   --profile NAME            use this profile of the AWS CLI
#
#   A service-managed StackSet never reaches the management account: use that account's own template.
#   A role that exists already stops the stack of its account: delete it first, or use apply-all.sh.
#   Exit status: 0 done, 1 refused or failed, 2 wrong usage.
${environment.trimEnd()}`;
