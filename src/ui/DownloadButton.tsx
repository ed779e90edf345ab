import { useState, type ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { saveFile } from '@/browser/download';
import { announce } from './announcer';
import { Button, type ButtonLook } from './Button';

export interface DownloadFile {
  readonly name: string;
  readonly contents: string | Uint8Array<ArrayBuffer>;
  /** Such as `application/zip`. */
  readonly mime: string;
}

export interface DownloadButtonProps {
  readonly label: ReactNode;
  readonly getFile: () => DownloadFile | Promise<DownloadFile>;
  readonly look?: ButtonLook | undefined;
  readonly size?: 'small' | 'medium' | undefined;
}

const Wrapper = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1),
}));

const Refusal = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  color: theme.vars.palette.tone.error.text,
}));

export function DownloadButton({ label, getFile, look, size }: DownloadButtonProps) {
  const [hasFailed, setHasFailed] = useState(false);

  const handleClick = async () => {
    try {
      const { name, contents, mime } = await getFile();
      saveFile(name, contents, mime);
      setHasFailed(false);
      announce(`Download of ${name} started`);
    } catch (error) {
      setHasFailed(true);
      announce(failure);
      throw error;
    }
  };
  return (
    <Wrapper>
      <Button look={look} size={size} icon="download" onClick={() => void handleClick()}>
        {label}
      </Button>
      {hasFailed && <Refusal>{failure}</Refusal>}
    </Wrapper>
  );
}

const failure = 'The file could not be made. Reload the page and try again.';
