import { saveFile } from '@/browser/download';
import { announce } from './announcer';
import { Button, type ButtonLook } from './Button';
import type { Blocked } from './CopyButton';

export interface DownloadFile {
  readonly name: string;
  readonly contents: string | Uint8Array<ArrayBuffer>;
  /** Such as `application/zip`. */
  readonly mime: string;
}

export interface DownloadButtonProps {
  readonly label: string;
  readonly getFile: () => DownloadFile | Promise<DownloadFile>;
  readonly blocked?: Blocked | undefined;
  readonly look?: ButtonLook | undefined;
  readonly size?: 'small' | 'medium' | undefined;
}

export function DownloadButton({ label, getFile, blocked, look, size }: DownloadButtonProps) {
  const handleClick = async () => {
    if (blocked !== undefined) {
      announce(blocked.reason);
      blocked.onResolve();
      return;
    }
    const file = await getFile();
    saveFile(file.name, file.contents, file.mime);
    announce(`Download of ${file.name} started`);
  };
  return (
    <Button
      look={look}
      size={size}
      icon="download"
      title={blocked?.reason}
      onClick={() => void handleClick()}
    >
      {label}
    </Button>
  );
}
