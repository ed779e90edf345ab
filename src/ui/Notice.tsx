import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { Tone } from '@/theme/tokens';
import { Icon } from './Icon';
import { toneIcon } from './tone';
import { WrappingRow } from './WrappingRow';

const Actions = styled(WrappingRow)(({ theme }) => ({ marginBlockStart: theme.spacing(1) }));

export interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Announces the notice, which appears after an action of the person. */
  readonly live?: boolean | undefined;
  readonly onDismiss?: (() => void) | undefined;
}

const Box = styled(Alert, { shouldForwardProp: (name) => name !== 'tone' })<{ tone: Tone }>(
  ({ theme, tone }) => ({
    backgroundColor: theme.vars.palette.tone[tone].surface,
    borderColor: theme.vars.palette.tone[tone].border,
    '& .MuiAlert-icon': { color: theme.vars.palette.tone[tone].text },
    '& ul': { margin: 0, paddingInlineStart: theme.spacing(2.25) },
    // Pictures keep their own colour in forced colours.
    '@media (forced-colors: active)': { '& .MuiAlert-icon': { color: 'CanvasText' } },
  }),
);

/** MUI's alert, with `security` apart from errors. */
export function Notice({ tone, title, children, actions, live = false, onDismiss }: NoticeProps) {
  return (
    <Box
      tone={tone}
      severity={tone === 'security' ? 'warning' : tone}
      icon={<Icon name={toneIcon[tone]} />}
      closeText="Dismiss"
      {...(onDismiss && { onClose: onDismiss })}
      slotProps={{ root: { role: live ? 'status' : undefined } }}
    >
      {title !== undefined && <AlertTitle component="p">{title}</AlertTitle>}
      {children}
      {actions !== undefined && <Actions>{actions}</Actions>}
    </Box>
  );
}
