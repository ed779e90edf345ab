import type { TextField } from '@/qbusiness/form/textField';
import { TextInput, type TextInputProps } from '@/ui/TextInput';
import { useRoleForm, type TextPath } from './roleForm';
import { useCleaning } from './useCleaning';
import { useFieldMessages } from './useFieldMessages';

interface RoleTextFieldProps extends Pick<
  TextInputProps,
  'help' | 'monospace' | 'multiline' | 'rows' | 'required' | 'inputMode'
> {
  readonly path: TextPath;
  readonly field: TextField;
  /** In place of the field's own, where several stand in a list. */
  readonly label?: string | undefined;
  readonly hasExample?: boolean | undefined;
}

/** One text of the form. The page owns what is typed; only messages render it again. */
export function RoleTextField({
  path,
  field,
  label = field.label,
  help = field.help,
  hasExample = false,
  ...look
}: RoleTextFieldProps) {
  const { register } = useRoleForm();
  const { note, cleanUp, forgetNote } = useCleaning(path, field);
  const messages = useFieldMessages(path, field);
  const { onBlur, onChange, ...registered } = register(path);
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
      }}
      onBlur={(event) => {
        cleanUp();
        void onBlur(event);
      }}
    />
  );
}
