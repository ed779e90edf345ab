import { useEffect, useState } from 'react';
import { styled } from '@mui/material/styles';
import { ClipboardRefusal, copyText } from '@/browser/clipboard';
import { announce } from './announcer';
import { Button, type ButtonLook } from './Button';

/** Why the action cannot run yet, and what leads to the remedy. */
export interface Blocked {
  readonly reason: string;
  readonly onResolve: () => void;
}

export interface CopyButtonProps {
  /** Such as "Copy JSON". */
  readonly label: string;
  /** What is copied, for the announcement: "Trust policy". Defaults to "Text". */
  readonly subject?: string | undefined;
  readonly getText: () => string | Promise<string>;
  readonly blocked?: Blocked | undefined;
  readonly look?: ButtonLook | undefined;
  readonly size?: 'small' | 'medium' | undefined;
}

type CopyState = 'idle' | 'copied' | 'refused';

const confirmForMs = 2500;

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

export function CopyButton(props: CopyButtonProps) {
  const { label, subject = 'Text', getText, blocked, look, size } = props;
  const [state, setState] = useState<CopyState>('idle');

  useEffect(() => {
    if (state !== 'copied') return undefined;
    const timer = setTimeout(() => setState('idle'), confirmForMs);
    return () => clearTimeout(timer);
  }, [state]);

  const handleClick = async () => {
    if (blocked !== undefined) {
      announce(blocked.reason);
      blocked.onResolve();
      return;
    }
    try {
      await copyText(getText());
      setState('copied');
      announce(`${subject} copied`);
    } catch (error) {
      if (!(error instanceof ClipboardRefusal)) throw error;
      setState('refused');
      announce(`${subject} not copied. ${remedy}`);
    }
  };

  return (
    <Wrapper>
      <Button
        look={look}
        size={size}
        icon={state === 'copied' ? 'check' : 'copy'}
        title={blocked?.reason}
        onClick={() => void handleClick()}
      >
        {state === 'copied' ? 'Copied' : label}
      </Button>
      {state === 'refused' && <Refusal>{`Not copied. ${remedy}`}</Refusal>}
    </Wrapper>
  );
}

const remedy =
  'The browser refused access to the clipboard: allow it for this page, or select the text and copy it.';
