import {
  useEffect,
  useId,
  useState,
  type FocusEventHandler,
  type KeyboardEvent,
  type Ref,
} from 'react';
import { styled } from '@mui/material/styles';
import { ComboboxList, optionId } from './ComboboxList';
import { groupOptions, matchingOptions, type ComboboxOption } from './comboboxOptions';
import { fieldBox } from './controlStyles';
import { scrollIntoNearestView } from '@/browser/focus';
import { describedBy, Field, type FieldText } from './Field';
import { Icon } from './Icon';

export interface ComboboxInputProps extends FieldText {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value: string;
  /** Any typed text, or the value of a chosen suggestion. */
  readonly onChange: (value: string) => void;
  readonly onBlur?: FocusEventHandler<HTMLInputElement> | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
  readonly options: readonly ComboboxOption[];
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

const closed = { open: false, active: -1 };

const Wrapper = styled('div')({ position: 'relative' });

const Control = styled('input')(({ theme }) => ({
  ...fieldBox(),
  paddingInlineEnd: theme.spacing(5),
}));

const Opener = styled('button')(({ theme }) => ({
  position: 'absolute',
  insetBlock: 1,
  insetInlineEnd: 1,
  inlineSize: theme.spacing(4.5),
  display: 'grid',
  placeItems: 'center',
  border: 0,
  background: 'none',
  color: theme.vars.palette.text.secondary,
  cursor: 'pointer',
}));

/** Free text with suggestions: the editable combobox of the ARIA Authoring Practices, list autocomplete. */
export function ComboboxInput(props: ComboboxInputProps) {
  const { id: givenId, label, optional, help, example, error, warning, note, ...rest } = props;
  const { value, onChange, onBlur, options, required, ...control } = rest;
  const madeUpId = useId();
  const id = givenId ?? madeUpId;
  const listId = `${id}-list`;
  const text: FieldText = { label, optional, help, example, error, warning, note };
  const [{ open, active }, setList] = useState(closed);
  const groups = groupOptions(matchingOptions(options, value));
  const inOrder = groups.flatMap((group) => group.options.map(({ option }) => option));
  const shown = open && inOrder.length > 0;

  useEffect(() => {
    if (shown && active >= 0) scrollIntoNearestView(optionId(listId, active));
  }, [shown, active, listId]);

  const choose = (option: ComboboxOption) => {
    onChange(option.value);
    setList(closed);
  };
  const move = (step: 1 | -1) => {
    const count = inOrder.length;
    const start = step === 1 ? -1 : count;
    const from = shown && active >= 0 ? active : start;
    setList({ open: true, active: count === 0 ? -1 : (from + step + count) % count });
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const chosen = shown ? inOrder[active] : undefined;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
    else if (event.key === 'Escape' && shown) setList(closed);
    else return;
    event.preventDefault();
  };

  return (
    <Field id={id} {...text}>
      <Wrapper>
        <Control
          {...control}
          id={id}
          type="text"
          role="combobox"
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
            setList({ open: true, active: -1 });
          }}
          onBlur={(event) => {
            setList(closed);
            onBlur?.(event);
          }}
          onClick={() => setList({ open: true, active: -1 })}
          onKeyDown={handleKeyDown}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={shown ? listId : undefined}
          aria-activedescendant={shown && active >= 0 ? optionId(listId, active) : undefined}
          aria-describedby={describedBy(id, text)}
          aria-invalid={error !== undefined}
          aria-required={required}
          data-warning={error === undefined && warning !== undefined}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
        />
        <Opener
          type="button"
          tabIndex={-1}
          aria-label={`Suggestions for ${label}`}
          aria-expanded={shown}
          disabled={control.disabled}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setList(shown ? closed : { open: true, active: -1 })}
        >
          <Icon name="chevronDown" />
        </Opener>
        {shown && (
          <ComboboxList
            id={listId}
            label={label}
            groups={groups}
            activeIndex={active}
            chosen={value}
            onChoose={choose}
          />
        )}
      </Wrapper>
    </Field>
  );
}
