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
  /** Replaces the field's label, for one of several entries of a list. */
  readonly label?: string | undefined;
  readonly hasExample?: boolean | undefined;
  /** Distributes the parts of a pasted ARN to the fields for them. */
  readonly takesArn?: boolean | undefined;
}

/** A text field of the form. It is uncontrolled, so that only its messages make it render. */
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
