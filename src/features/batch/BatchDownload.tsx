import { useRef, useState } from 'react';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { saveFile } from '@/browser/download';
import { nextTask } from '@/browser/nextTask';
import { runTask } from '@/state/worker/runTask';
import { Icon } from '@/ui/Icon';
import { showToast } from '@/ui/toast';
import { counted, showNumber } from '@/words/counts';

interface BatchDownloadProps {
  readonly getInput: () => Parameters<typeof runTask<'batchArchive'>>[1];
  /** Selected rows; none means all. */
  readonly count: number;
  readonly readyCount: number;
}

/** Makes the archive in the worker; it can be cancelled. */
export function BatchDownload({ getInput, count, readyCount }: BatchDownloadProps) {
  const [progress, setProgress] = useState<number>();
  const controller = useRef<AbortController>(undefined);
  const start = () => {
    controller.current = new AbortController();
    setProgress(0);
    const input = getInput();
    runTask('batchArchive', input, {
      signal: controller.current.signal,
      onProgress: (steps) => setProgress(steps / (input.rows.length + 2)),
    })
      .then((archive) => {
        saveFile('policies-batch.zip', archive, 'application/zip');
        showToast({ message: 'policies-batch.zip saved. Next: unzip it and read README.md' });
      })
      .catch((error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'AbortError')) {
          showToast({ message: `The archive was not made: ${String(error)}` });
        }
      })
      .finally(() => setProgress(undefined));
  };
  if (progress !== undefined) {
    const percent = Math.min(100, Math.round(100 * progress));
    return (
      <Stack direction="row" useFlexGap sx={progressLayout}>
        <Stack sx={barLayout}>
          <Typography variant="caption">Making the archive: {percent}%</Typography>
          <LinearProgress variant="determinate" value={percent} aria-label="Making the archive" />
        </Stack>
        <Button onClick={() => controller.current?.abort()}>Cancel</Button>
      </Stack>
    );
  }
  return (
    <Button
      variant="contained"
      color="primary"
      startIcon={<Icon name="download" />}
      disabled={readyCount === 0}
      onClick={() => void nextTask().then(start)}
    >
      {count === 0
        ? `Download ${counted(readyCount, 'role')}`
        : `Download ${showNumber(count)} selected`}
    </Button>
  );
}

const progressLayout = { gap: 1, alignItems: 'center', minWidth: '19rem' } as const;
const barLayout = { flex: 1, gap: 0.5 } as const;
