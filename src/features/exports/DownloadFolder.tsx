import type { RoleDraft } from '@/qbusiness/request';
import type { Blocked } from '@/ui/CopyButton';
import { DownloadButton } from '@/ui/DownloadButton';
import { WideText } from '@/ui/WideText';

interface DownloadFolderProps {
  readonly draft: RoleDraft;
  /** Leads to what is missing. */
  readonly blocked: Blocked | undefined;
}

/** Every file of a complete role, as `policies.zip`. */
export function DownloadFolder({ draft, blocked }: DownloadFolderProps) {
  return (
    <DownloadButton
      label={
        <span>
          Download<WideText> policies folder</WideText>
        </span>
      }
      look="primary"
      blocked={blocked}
      getFile={async () => {
        if (draft.status !== 'ready') throw new Error('Only a complete role can be downloaded');
        const { zipFolder } = await import('./zipFolder');
        return {
          name: 'policies.zip',
          contents: zipFolder(draft.template),
          mime: 'application/zip',
        };
      }}
    />
  );
}
