import { styled } from '@mui/material/styles';
import { readTextFile } from '@/browser/files';
import { encodingOf } from '@/documents/encodingOf';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { describeCleaned, describeProblems } from '@/qbusiness/form/describeProblems';
import { MAX_DRAFTS, MAX_DRAFTS_BYTES, MAX_DRAFTS_LENGTH } from '@/qbusiness/textLimits';
import { DownloadButton } from '@/ui/DownloadButton';
import { FileButton } from '@/ui/FileButton';
import type { BatchRow } from '@/batch/batchRow';
import { imported, newDraft, printDraftFile, readDraftFile } from '@/state/namedDrafts';
import { counted, showNumber } from '@/words/counts';
import type { OnOutcome } from './outcome';
import type { NamedDrafts } from '@/state/useNamedDrafts';

const Buttons = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: theme.spacing(1),
}));

const refusals = {
  'too-large': `The file is larger than ${MAX_DRAFTS_BYTES / 1_000_000} MB`,
  'not-text': 'The file is no text',
  unreadable: 'The file could not be read',
  'no-json': 'The file is no JSON',
  'no-drafts': 'The file holds no drafts',
  'too-long': `The file has more than ${MAX_DRAFTS_LENGTH / 1_000_000} million characters or ${showNumber(MAX_DRAFTS)} drafts`,
  newer: 'The file was written by a newer version of this page',
} as const;

interface DraftFilesProps {
  readonly named: NamedDrafts;
  readonly values: RoleFormValues;
  readonly rows: readonly BatchRow[];
  readonly onOutcome: OnOutcome;
}

/** Exports drafts to a file and imports them, for another browser or where storage is not available. */
export function DraftFiles({ named, values, rows, onOutcome }: DraftFilesProps) {
  const handleFile = async (file: File) => {
    const fail = (words: string) =>
      onOutcome({ tone: 'error', words: `${words}. Nothing was imported.` });
    const read = await readTextFile(file, MAX_DRAFTS_BYTES, encodingOf);
    if (!read.ok) return fail(refusals[read.reason]);
    const found = readDraftFile(read.text);
    if (!found.ok) return fail(refusals[found.reason]);
    const drafts = imported(found.drafts, read.name.replace(/\.json$/i, ''));
    if (!named.change((before) => [...drafts, ...before])) return undefined;
    const count = `${counted(drafts.length, 'draft')} imported`;
    const left = describeProblems(found.problems).join('; ');
    const taken = describeCleaned(found.cleaned).join('; ');
    const done = left === '' ? `${count}.` : `${count}, without what could not be read (${left}).`;
    onOutcome({
      tone: left === '' ? 'success' : 'error',
      words: taken === '' ? done : `${done} Taken out of values: ${taken}.`,
    });
    return undefined;
  };

  return (
    <Buttons>
      <DownloadButton
        label="Export drafts and the form"
        size="small"
        getFile={() => ({
          name: 'drafts.json',
          contents: printDraftFile([newDraft('Form on the page', values, rows), ...named.drafts]),
          mime: 'application/json',
        })}
      />
      <FileButton
        label="Import drafts from a file"
        accept=".json,application/json"
        multiple={false}
        onFiles={([file]) => {
          if (file) void handleFile(file);
        }}
      >
        Import drafts
      </FileButton>
    </Buttons>
  );
}
