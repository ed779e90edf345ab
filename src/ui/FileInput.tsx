import { styled } from '@mui/material/styles';
import type { Ref } from 'react';

/** MUI has no component for files: an input that is not shown, opened by a button, is its own way. */
const Hidden = styled('input')({ display: 'none' });

interface FileInputProps {
  /** Its `click` opens the browser's file chooser. */
  readonly ref: Ref<HTMLInputElement>;
  /** For tests and for tools that fill in forms: “Files with roles or policies”. */
  readonly label: string;
  /** Endings and media types, as in HTML. */
  readonly accept: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The browser's own file chooser, for who does not drag; seen is only what opens it. */
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
