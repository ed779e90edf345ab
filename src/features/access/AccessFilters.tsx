import { styled } from '@mui/material/styles';
import { targetWords, verdictWords } from '@/documents/accessWords';
import { accessTargets } from '@/qbusiness/accessTargets';
import { SelectInput } from '@/ui/SelectInput';
import { TextInput } from '@/ui/TextInput';
import type { AccessFilter } from './accessFilter';

const Row = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1.5),
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(11rem, 100%), 1fr))',
}));

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

const any = { value: 'any', label: 'Any' } as const;

const verdicts = ['yes', 'yesIf', 'no', 'notDecided'] as const;
const decisions = [
  any,
  ...verdicts.map((value) => ({ value, label: verdictWords[value] })),
] as const;
const targets = [any, ...accessTargets.map((value) => ({ value, label: targetWords[value] }))];
const levels = [
  any,
  ...['Read', 'List', 'Write', 'Tagging', 'Permissions management', 'Other service'].map(
    (value) => ({ value, label: value }),
  ),
];

interface AccessFiltersProps {
  readonly filter: AccessFilter;
  readonly onFilter: (filter: AccessFilter) => void;
}

/** What narrows the table down. */
export function AccessFilters({ filter, onFilter }: AccessFiltersProps) {
  return (
    <Row role="group" aria-label="Filter">
      <TextInput
        label="Action contains"
        value={filter.text}
        onChange={({ target }) => onFilter({ ...filter, text: target.value })}
      />
      <Choice
        label="Decision"
        options={decisions}
        value={filter.decision}
        onChoose={(decision) => onFilter({ ...filter, decision })}
      />
      <Choice
        label="On"
        options={targets}
        value={filter.target}
        onChoose={(target) => onFilter({ ...filter, target })}
      />
      <Choice
        label="Access level"
        options={levels}
        value={filter.level}
        onChoose={(level) => onFilter({ ...filter, level })}
      />
    </Row>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, options, value, onChoose }: ChoiceProps<Value>) {
  return (
    <SelectInput
      label={label}
      options={options}
      value={value}
      onChange={({ target }) => {
        const chosen = options.find((option) => option.value === target.value);
        if (chosen) onChoose(chosen.value);
      }}
    />
  );
}
