import { styled } from '@mui/material/styles';
import { saveFile } from '@/browser/download';
import { reloadPage } from '@/browser/pageLife';
import { putBackTextsAside, removeTextsAside, textsAside } from '@/browser/safeStart';
import { restoredKeys } from '@/state/storageKeys';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';

const Place = styled('div')(({ theme }) => ({
  position: 'fixed',
  insetBlockStart: theme.spacing(2),
  insetInline: theme.spacing(2),
  marginInline: 'auto',
  maxInlineSize: '34rem',
  zIndex: theme.zIndex.snackbar,
  boxShadow: theme.shadows[8],
}));

const download = () =>
  saveFile('set-aside.json', `${JSON.stringify(textsAside(), undefined, 2)}\n`, 'application/json');

/** Says why the form is empty, and offers the texts that were set aside. */
export default function EmptyStartNotice({ onDone }: { onDone: () => void }) {
  return (
    <Place>
      <Notice
        tone="warning"
        title="Last time this page did not finish loading"
        live
        actions={
          <>
            <Button
              size="small"
              onClick={() => {
                putBackTextsAside(restoredKeys);
                reloadPage();
              }}
            >
              Put it back
            </Button>
            <Button size="small" onClick={download}>
              Download it
            </Button>
            <Button
              size="small"
              onClick={() => {
                removeTextsAside();
                onDone();
              }}
            >
              Remove it
            </Button>
          </>
        }
      >
        So it began with an empty form. What would have been restored is set aside, unread. Put
        back, it is in the form or among the earlier forms under Drafts.
      </Notice>
    </Place>
  );
}
