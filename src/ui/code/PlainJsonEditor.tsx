import { useImperativeHandle, useRef } from 'react';
import type { JsonEditorProps } from './jsonEditorProps';
import { applyTextEdits, offsetAt } from './textOffsets';

/** A text area, for phones and until Monaco is loaded. */
export function PlainJsonEditor({
  ref,
  value,
  onChange,
  label,
  describedBy,
  assistance,
}: JsonEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(
    ref,
    () => ({
      focus: () => {
        area.current?.focus();
      },
      reveal(range) {
        const start = offsetAt(value, { line: range.startLine, column: range.startColumn });
        const end = offsetAt(value, { line: range.endLine, column: range.endColumn });
        area.current?.focus();
        area.current?.setSelectionRange(start, end);
        if (area.current) {
          const lineHeight = Number.parseFloat(getComputedStyle(area.current).lineHeight);
          area.current.scrollTop = Math.max(0, (range.startLine - 4) * lineHeight);
        }
      },
      applyEdits(edits) {
        onChange(applyTextEdits(value, edits));
      },
      format() {
        const formatted = assistance?.format(value);
        if (formatted !== undefined) onChange(formatted);
      },
    }),
    [value, onChange, assistance],
  );
  return (
    <textarea
      ref={area}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      aria-label={label}
      aria-describedby={describedBy}
      spellCheck={false}
      autoCapitalize="off"
      autoCorrect="off"
    />
  );
}
