import { memo, useId, useState } from 'react';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { MAX_BATCH_LENGTH } from '@/batch/readRows';
import { readTextFile } from '@/browser/files';
import { encodingOf } from '@/documents/encodingOf';
import { DropArea } from '@/ui/DropArea';
import { FileButton } from '@/ui/FileButton';
import { Icon } from '@/ui/Icon';

const columnsExample = `region,accountId,applicationId,webExperienceId,roleName`;

interface BatchInputProps {
  /** Reads the text; the caller says what came of it. */
  readonly onText: (text: string) => void;
  readonly onAddRow: () => void;
  readonly isReading: boolean;
  /** The table needs the room. */
  readonly isCompact: boolean;
}

/** Where the applications come from: a paste, a file, or the keyboard. */
export const BatchInput = memo(function BatchInput({
  onText,
  onAddRow,
  isReading,
  isCompact,
}: BatchInputProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState('');
  const take = async (files: readonly File[]) => {
    setRefusal('');
    for (const file of files) {
      const reading = await readTextFile(file, 4 * MAX_BATCH_LENGTH, encodingOf);
      if (reading.ok) onText(reading.text);
      else setRefusal(`${reading.name} is no text, too large, or cannot be read`);
    }
  };
  return (
    <DropArea onFiles={(files) => void take(files)}>
      <Paper variant="outlined" component="section" aria-label="Add applications" sx={inputLayout}>
        <Typography variant="body2">
          One role an application: the form gives what all rows share, a row gives the rest. Drop a
          CSV or JSON file here, or paste.
        </Typography>
        <FormControl fullWidth>
          <FormLabel htmlFor={id}>Applications</FormLabel>
          <OutlinedInput
            id={id}
            value={text}
            onChange={({ target }) => setText(target.value)}
            multiline
            minRows={isCompact ? 1 : 4}
            maxRows={10}
            spellCheck={false}
            slotProps={{
              input: {
                'aria-describedby': `${id}-help`,
                autoCapitalize: 'none',
                onPaste: (event) => {
                  const pasted = event.clipboardData.getData('text');
                  // A large text would keep the field busy: it goes straight to the reader.
                  if (pasted.length < 10_000) return;
                  event.preventDefault();
                  onText(pasted);
                },
              },
            }}
          />
          <FormHelperText id={`${id}-help`}>
            Output of aws qbusiness list-applications, ARNs, stack outputs, cells of a spreadsheet,
            or CSV with the columns <code>{columnsExample}</code>
          </FormHelperText>
        </FormControl>
        {refusal !== '' && (
          <Alert severity="error" role="alert">
            {refusal}
          </Alert>
        )}
        <Stack direction="row" useFlexGap sx={buttonsLayout}>
          <Button
            variant="contained"
            color="primary"
            disabled={text.trim() === '' || isReading}
            onClick={() => {
              onText(text);
              setText('');
            }}
          >
            Add to the table
          </Button>
          <FileButton
            label="Files with applications"
            accept=".csv,.tsv,.txt,.json"
            onFiles={(files) => void take(files)}
          >
            Open a file
          </FileButton>
          <Button startIcon={<Icon name="add" />} onClick={onAddRow}>
            Add an empty row
          </Button>
        </Stack>
      </Paper>
    </DropArea>
  );
});

const inputLayout = { display: 'grid', gap: 1.5, padding: 2 } as const;
const buttonsLayout = { gap: 1, flexWrap: 'wrap' } as const;
