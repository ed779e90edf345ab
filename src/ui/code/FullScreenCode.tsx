import { lazy, Suspense, useState } from 'react';
import { styled } from '@mui/material/styles';
import { IconButton } from '../IconButton';
import type { CodeViewProps } from './CodeView';

const FullScreenCodeDialog = lazy(() => import('./FullScreenCodeDialog'));

export interface FullScreenCodeProps extends Pick<
  CodeViewProps,
  'path' | 'language' | 'placeholders' | 'marks'
> {
  /** The text to show, read when the dialog opens: it cannot change while the dialog covers the page. */
  readonly shownText: () => string;
  /** Such as "Trust policy". */
  readonly title: string;
  /** Such as "Copy trust policy". */
  readonly copyLabel: string;
  /** The text to copy; undefined if nothing may be copied, after the person was told why. */
  readonly getText: () => string | undefined;
}

const OnPhones = styled('span')({
  display: 'none',
  '@media (max-width: 600px)': { display: 'inline-flex' },
});

/** On phones, a button that shows a text in full screen. */
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
