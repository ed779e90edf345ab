import { styled } from '@mui/material/styles';
import type { ComboboxGroup, ComboboxOption } from './comboboxOptions';

interface ComboboxListProps {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly ComboboxGroup[];
  readonly activeIndex: number;
  readonly chosen: string;
  readonly onChoose: (option: ComboboxOption) => void;
}

const Panel = styled('div')(({ theme }) => ({
  position: 'absolute',
  insetInline: 0,
  insetBlockStart: `calc(100% + ${theme.spacing(0.5)})`,
  zIndex: theme.zIndex.modal,
  maxBlockSize: 'min(22rem, 60vh)',
  overflowY: 'auto',
  overscrollBehavior: 'contain',
  padding: theme.spacing(0.5),
  backgroundColor: theme.vars.palette.background.paper,
  border: `1px solid ${theme.vars.palette.control.border}`,
  borderRadius: theme.vars.shape.borderRadius,
  boxShadow: theme.shadows[6],
}));

const Heading = styled('div')(({ theme }) => ({
  ...theme.typography.caption,
  fontWeight: 600,
  color: theme.vars.palette.text.secondary,
  padding: theme.spacing(0.75, 1, 0.25),
}));

const Option = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: theme.spacing(1.5),
  alignItems: 'baseline',
  justifyContent: 'space-between',
  padding: theme.spacing(0.75, 1),
  borderRadius: theme.vars.shape.borderRadius,
  cursor: 'pointer',
  '&:hover': { backgroundColor: theme.vars.palette.control.hoverSurface },
  '&[data-active="true"]': {
    backgroundColor: theme.vars.palette.control.selectedSurface,
    outline: `2px solid ${theme.vars.palette.control.focus}`,
    outlineOffset: -2,
  },
  '&[aria-selected="true"] > :first-of-type': { fontWeight: 650 },
}));

const Description = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  color: theme.vars.palette.text.secondary,
}));

export const optionId = (listId: string, index: number) => `${listId}-option-${index}`;

export function ComboboxList(props: ComboboxListProps) {
  const { id, label, groups, activeIndex, chosen, onChoose } = props;
  return (
    // The press must not take the focus from the text field.
    <Panel
      id={id}
      role="listbox"
      aria-label={label}
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map(({ heading, options }, position) => {
        const headingId = `${id}-group-${position}`;
        const items = options.map(({ option, index }) => (
          <Option
            key={option.value}
            id={optionId(id, index)}
            role="option"
            aria-selected={option.value === chosen}
            data-active={index === activeIndex}
            onClick={() => onChoose(option)}
          >
            <span>{option.value}</span>
            {option.description !== undefined && <Description>{option.description}</Description>}
          </Option>
        ));
        return heading === undefined ? (
          items
        ) : (
          <div key={heading} role="group" aria-labelledby={headingId}>
            <Heading id={headingId} role="presentation">
              {heading}
            </Heading>
            {items}
          </div>
        );
      })}
    </Panel>
  );
}
