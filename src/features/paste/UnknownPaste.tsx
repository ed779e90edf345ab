import { acceptedPastes } from '@/qbusiness/recognise/acceptedPastes';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { someOf } from './someOf';

interface UnknownPasteProps {
  readonly refusals: readonly string[];
  readonly onClose: () => void;
}

/** Says that nothing was recognised, and what would be. */
export function UnknownPaste({ refusals, onClose }: UnknownPasteProps) {
  return (
    <Notice
      tone="info"
      title="Not recognised"
      actions={
        <Button size="small" onClick={onClose}>
          Discard the paste
        </Button>
      }
    >
      {someOf(refusals).map((refusal) => (
        <p key={refusal}>{refusal}</p>
      ))}
      <p>Nothing was changed. What can be read here:</p>
      <ul>
        {acceptedPastes.map((paste) => (
          <li key={paste}>{paste}</li>
        ))}
      </ul>
    </Notice>
  );
}
