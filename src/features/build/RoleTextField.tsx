import type { TextField } from '@/qbusiness/form/textField';
import { textPath, useRoleForm, type TextPath } from '@/state/roleForm';
import { TextInput, type TextInputProps } from '@/ui/TextInput';
import { useCleaning } from './useCleaning';
import { useFieldMessages } from './useFieldMessages';
import { useSplitArn } from './useSplitArn';

interface RoleTextFieldProps extends Pick<
  TextInputProps,
  'help' | 'monospace' | 'multiline' | 'rows' | 'required' | 'optional' | 'inputMode'
> {
  readonly path: TextPath;
  readonly field: TextField;
  /** In place of the field's own, where several stand in a list. */
  readonly label?: string | undefined;
  readonly hasExample?: boolean | undefined;
  /** An ARN that is put in is split over the fields that it has values for. */
  readonly takesArn?: boolean | undefined;
}

/** One text of the form. The page owns what is typed; only messages render it again. */
export function RoleTextField({
  path,
  field,
  label = field.label,
  help = field.help,
  hasExample = false,
  takesArn = false,
  ...look
}: RoleTextFieldProps) {
  const { register } = useRoleForm();
  const { note, cleanUp, forgetNote } = useCleaning(path, field);
  const messages = useFieldMessages(path, field);
  const splitArn = useSplitArn();
  const { onBlur, onChange, ...registered } = register(textPath(path));
  return (
    <TextInput
      {...registered}
      {...look}
      {...messages}
      note={note}
      label={label}
      help={help === '' ? undefined : help}
      example={hasExample ? field.example : undefined}
      onChange={(event) => {
        forgetNote();
        void onChange(event);
        if (takesArn) splitArn(event.target.value);
      }}
      onBlur={(event) => {
        cleanUp();
        void onBlur(event);
      }}
    />
  );
}
