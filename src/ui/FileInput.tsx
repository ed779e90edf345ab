import { styled } from '@mui/material/styles';
import type { Ref } from 'react';

/** A hidden input, opened by a button: MUI has no component for files and suggests this. */
const Hidden = styled('input')({ display: 'none' });

interface FileInputProps {
  /** Its `click` opens the browser's file chooser. */
  readonly ref: Ref<HTMLInputElement>;
  /** The accessible name of the input, for tests and tools: “Files with roles or policies”. */
  readonly label: string;
  /** File extensions and media types, as in HTML. */
  readonly accept: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The browser's file chooser. The input itself is not visible. */
export function FileInput({ ref, label, accept, multiple = true, onFiles }: FileInputProps) {
  return (
    <Hidden
      ref={ref}
      type="file"
      multiple={multiple}
      aria-label={label}
      accept={accept}
      onChange={({ target }) => {
        const files = [...(target.files ?? [])];
        // The same file may be opened again after it has changed.
        target.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
