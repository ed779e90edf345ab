import { useState } from 'react';
import { styled } from '@mui/material/styles';
import { takeUpdate } from '@/browser/serviceWorker';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';

const Place = styled('div')(({ theme }) => ({
  position: 'fixed',
  // Above the bottom bar.
  insetBlockEnd: theme.spacing(10),
  insetInlineEnd: theme.spacing(2),
  maxInlineSize: 'min(26rem, calc(100vw - 2rem))',
  zIndex: theme.zIndex.snackbar,
  boxShadow: theme.shadows[8],
}));

/** Says that a newer version is available; the person decides when to load it. */
export default function UpdateNotice({ onDismiss }: { onDismiss: () => void }) {
  const [isTaken, setIsTaken] = useState(false);
  const take = () => {
    setIsTaken(true);
    takeUpdate();
  };
  return (
    <Place>
      <Notice
        tone="info"
        title="A new version of this page is ready"
        live
        onDismiss={onDismiss}
        actions={
          <Button size="small" onClick={take}>
            Reload with the new version
          </Button>
        }
      >
        {isTaken
          ? 'The page reloads as soon as the open version has finished its downloads. Other tabs keep theirs.'
          : 'Without it, everything goes on as it is.'}
      </Notice>
    </Place>
  );
}
