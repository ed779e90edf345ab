import { lazy, Suspense, useState } from 'react';
import { styled } from '@mui/material/styles';
import { IconButton } from '../IconButton';
import type { CodeViewProps } from './CodeView';

const FullScreenCodeDialog = lazy(() => import('./FullScreenCodeDialog'));

export interface FullScreenCodeProps extends Pick<
  CodeViewProps,
  'path' | 'language' | 'placeholders' | 'marks'
> {
  /** The text to show, read when it is opened: behind the full screen nothing changes it. */
  readonly shownText: () => string;
  /** Such as "Trust policy". */
  readonly title: string;
  /** Such as "Copy trust policy". */
  readonly copyLabel: string;
  /** What is copied; undefined when nothing may be, which it has said and led to the remedy. */
  readonly getText: () => string | undefined;
}

const OnPhones = styled('span')({
  display: 'none',
  '@media (max-width: 600px)': { display: 'inline-flex' },
});

/** On phones: the button that gives a text the whole screen. */
export function FullScreenCode(props: FullScreenCodeProps) {
  const [text, setText] = useState<string>();
  return (
    <>
      <OnPhones>
        <IconButton
          icon="expand"
          label={`Full screen: ${props.title}`}
          onClick={() => setText(props.shownText())}
        />
      </OnPhones>
      {text !== undefined && (
        <Suspense>
          <FullScreenCodeDialog {...props} text={text} onClose={() => setText(undefined)} />
        </Suspense>
      )}
    </>
  );
}
