import { useController } from 'react-hook-form';
import { OFFERED_REGIONS } from '@/qbusiness/facts';
import { regionField } from '@/qbusiness/form/region';
import { ComboboxInput } from '@/ui/ComboboxInput';
import { useRoleForm } from '@/state/roleForm';
import { useCleaning } from './useCleaning';
import { useFieldMessages } from './useFieldMessages';

const options = OFFERED_REGIONS.map(({ name, city }) => ({ value: name, description: city }));

export function RegionField() {
  const { control } = useRoleForm();
  const {
    field: { ref, name, value, onChange, onBlur },
  } = useController({ control, name: 'region' });
  const { note, cleanUp, forgetNote } = useCleaning('region', regionField);
  const messages = useFieldMessages('region', regionField);
  return (
    <ComboboxInput
      {...messages}
      ref={ref}
      name={name}
      value={value}
      onChange={(text) => {
        forgetNote();
        onChange(text);
      }}
      onBlur={() => {
        cleanUp();
        onBlur();
      }}
      options={options}
      note={note}
      label={regionField.label}
      required
    />
  );
}
