import { useRef, type ComponentProps } from 'react';
import { Button, type ButtonLook } from './Button';
import { FileInput } from './FileInput';

interface FileButtonProps extends Omit<ComponentProps<typeof FileInput>, 'ref'> {
  readonly look?: ButtonLook;
  readonly children: string;
}

/** A button that opens files. */
export function FileButton({ look, children, ...input }: FileButtonProps) {
  const ref = useRef<HTMLInputElement>(null);
  return (
    <>
      <FileInput {...input} ref={ref} />
      <Button look={look} icon="upload" onClick={() => ref.current?.click()}>
        {children}
      </Button>
    </>
  );
}
