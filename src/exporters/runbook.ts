import { defineExporter } from './artifact';
import { FOLDER } from './policyDocuments';
import { powerShellApply, powerShellRollback, powerShellVerify } from './runbook/powerShellRunbook';
import { shellApply, shellRollback, shellVerify } from './runbook/shellRunbook';

export const shellRunbook = defineExporter({
  id: 'runbook-sh',
  label: 'Scripts (sh)',
  summary:
    'Scripts that create, check and undo the role, and can be repeated: sh and AWS CloudShell.',
  render: (plan) =>
    [
      { path: `${FOLDER}/apply.sh`, contents: shellApply(plan) },
      { path: `${FOLDER}/verify.sh`, contents: shellVerify(plan) },
      { path: `${FOLDER}/rollback.sh`, contents: shellRollback(plan) },
    ].map((file) => ({ ...file, language: 'shell', executable: true }) as const),
});

export const powerShellRunbook = defineExporter({
  id: 'runbook-powershell',
  label: 'Scripts (PowerShell)',
  summary:
    'Scripts that create, check and undo the role, and can be repeated: Windows PowerShell 5.1 and PowerShell 7.',
  render: (plan) =>
    [
      { path: `${FOLDER}/apply.ps1`, contents: powerShellApply(plan) },
      { path: `${FOLDER}/verify.ps1`, contents: powerShellVerify(plan) },
      { path: `${FOLDER}/rollback.ps1`, contents: powerShellRollback(plan) },
    ].map((file) => ({ ...file, language: 'powershell' }) as const),
});
