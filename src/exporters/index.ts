import type { Exporter } from './artifact';
import { powerShellCommands, shellCommands } from './commands';
import { cdk } from './cdk';
import { changeRecord } from './changeRecord';
import { cloudFormation } from './cloudFormation';
import { policyDocuments } from './policyDocuments';
import { powerShellRunbook, shellRunbook } from './runbook';
import { terraform } from './terraform';

/** Every exporter, in tab order. */
export const exporters = [
  policyDocuments,
  shellCommands,
  powerShellCommands,
  shellRunbook,
  powerShellRunbook,
  terraform,
  cloudFormation,
  cdk,
  changeRecord,
] as const satisfies readonly Exporter[];
