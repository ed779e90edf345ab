import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import { ClipboardRefusal, copyText } from '@/browser/clipboard';
import { announce } from './announcer';
import { Button, type ButtonLook } from './Button';
import { IconButton } from './IconButton';
import { WrappingRow } from './WrappingRow';

export interface CopyButtonProps {
  /** Such as "Copy". */
  readonly label: string;
  /** What is copied, for the announcement: "Trust policy". Defaults to "Text". */
  readonly subject?: string | undefined;
  /** Called at the click. Returns undefined if nothing may be copied, after telling the person why. */
  readonly getText: () => string | Promise<string> | undefined;
  readonly look?: ButtonLook | undefined;
  readonly size?: 'small' | 'medium' | undefined;
  /** The accessible name, where several buttons have the same label: "Copy trust policy". */
  readonly name?: string | undefined;
  /** Shows the icon alone; the label stays its name. */
  readonly iconOnly?: boolean | undefined;
}

type CopyState = 'idle' | 'copied' | 'refused';

const confirmForMs = 2500;

const Refusal = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  color: theme.vars.palette.tone.error.text,
}));

/** Both labels are placed over each other, so that the button keeps its size when they change. */
const Words = styled('span')({
  display: 'grid',
  '& > span': { gridArea: '1 / 1' },
  '& > [aria-hidden="true"]': { visibility: 'hidden' },
});

export function CopyButton(props: CopyButtonProps) {
  const { label, subject = 'Text', getText, look = 'quiet', size, iconOnly = false, name } = props;
  const [state, setState] = useState<CopyState>('idle');

  useEffect(() => {
    if (state !== 'copied') return undefined;
    const timer = setTimeout(() => setState('idle'), confirmForMs);
    return () => clearTimeout(timer);
  }, [state]);

  const handleClick = async () => {
    const text = getText();
    if (text === undefined) return;
    try {
      await copyText(text);
      setState('copied');
      announce(`${subject} copied`);
    } catch (error) {
      if (!(error instanceof ClipboardRefusal)) throw error;
      setState('refused');
      announce(`${subject} not copied. ${remedy}`);
    }
  };

  const isCopied = state === 'copied';
  return (
    <WrappingRow as="span">
      {iconOnly ? (
        <IconButton
          icon={isCopied ? 'check' : 'copy'}
          label={isCopied ? 'Copied' : label}
          onClick={() => void handleClick()}
        />
      ) : (
        <Button
          look={look}
          size={size}
          icon={isCopied ? 'check' : 'copy'}
          aria-label={name === undefined || isCopied ? undefined : name}
          onClick={() => void handleClick()}
        >
          <Words>
            <span aria-hidden={isCopied}>{label}</span>
            <span aria-hidden={!isCopied}>Copied</span>
          </Words>
        </Button>
      )}
      {state === 'refused' && <Refusal>{`Not copied. ${remedy}`}</Refusal>}
    </WrappingRow>
  );
}

const remedy =
  'The browser refused access to the clipboard: allow it for this page, or select the text and copy it.';
