import { cleanup, render as renderBare, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { PageTheme } from '@/theme/PageTheme';
import { createStyleCache } from '@/theme/styleCache';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CodeView, type CodeViewProps } from './CodeView';
import { DiffView } from './DiffView';
import { JsonEditor } from './JsonEditor';

const cache = createStyleCache();
function Themed({ children }: { children: ReactNode }) {
  return <PageTheme cache={cache}>{children}</PageTheme>;
}
const render = (children: ReactNode) => renderBare(children, { wrapper: Themed });

afterEach(cleanup);

const text = '{\n  "Resource": "arn:aws:qbusiness:{{region}}:{{account_id}}:application/x"\n}\n';

function page(props: Partial<CodeViewProps> = {}) {
  return (
    <>
      <CodeView path="a.json" language="json" text={text} label="Policy" monaco="off" {...props} />
    </>
  );
}

const changed = (container: HTMLElement) =>
  [...container.querySelectorAll('.code-changed')].map((element) => element.textContent);

describe('the plain code view', () => {
  it('holds the text as it is, so that a selection copies it', () => {
    const { container } = render(page());
    expect(container.querySelector('pre')?.textContent).toBe(text);
  });

  it('continues a wrapped line where it begins, up to a depth that leaves room', () => {
    const lines = ['{', '  "a": 1,', `${' '.repeat(40)}"b": 2`, '   ', '}'];
    const { container } = render(page({ text: lines.join('\n'), isWrapped: true }));
    const indents = [...container.querySelectorAll('.code-line')].map(
      ({ className }) => /code-indent-\d+/.exec(className)?.[0],
    );
    expect(indents).toEqual([undefined, 'code-indent-2', undefined, undefined, undefined]);
  });

  it('keeps the parts of a wrapped line whole, and what is copied as it is', () => {
    const line =
      '  "Resource": "arn:aws:qbusiness:us-east-1:482322223333:application/f3c9b2d4-77a1-4b0e-9d55-0c1b2a3d4e5f"';
    const { container } = render(page({ text: line, isWrapped: true }));
    const parts = [...container.querySelectorAll('.code-part')].map((part) => part.textContent);
    expect(parts.slice(-3)).toEqual([
      '482322223333:',
      'application/',
      'f3c9b2d4-77a1-4b0e-9d55-0c1b2a3d4e5f"',
    ]);
    expect(container.querySelector('pre')?.textContent).toBe(line);
    expect(container.querySelectorAll('wbr')).toHaveLength(parts.length - 1);
  });

  it('is complete in prerendered HTML, colours included', () => {
    const html = renderToString(<Themed>{page()}</Themed>);
    expect(html).toContain('code-key');
    expect(html).toContain('aria-label="Policy"');
  });

  it('scrolls from the keyboard under its name', () => {
    render(page());
    const region = screen.getByRole('region', { name: 'Policy' });
    expect(within(region).getByRole('group', { name: 'Policy' }).tabIndex).toBe(0);
  });

  it('leads from a placeholder to its field, with the mouse and with the keyboard', async () => {
    const onFollow = vi.fn<(placeholder: string) => void>();
    const label = (placeholder: string) =>
      placeholder === '{{region}}' ? 'Region is missing: go to the field' : undefined;
    render(page({ placeholders: { label, onFollow } }));
    const link = screen.getByRole('button', { name: 'Region is missing: go to the field' });
    await userEvent.click(link);
    link.focus();
    await userEvent.keyboard('{Enter}');
    expect(onFollow.mock.calls).toEqual([['{{region}}'], ['{{region}}']]);
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  it('marks what an edit changed, and only that', () => {
    const { container, rerender } = render(page());
    expect(changed(container)).toEqual([]);
    rerender(page({ text: text.replace('{{account_id}}', '111122223333') }));
    expect(changed(container).join('')).toBe('111122223333');
    rerender(page({ text: text.replace('{{account_id}}', '1111222233334') }));
    expect(changed(container).join('')).toBe('4');
  });

  it('points out lines and remarks', () => {
    const { container } = render(
      page({
        marks: [{ startLine: 2, endLine: 2 }],
        markers: [
          {
            startLine: 2,
            startColumn: 3,
            endLine: 2,
            endColumn: 13,
            severity: 'error',
            message: 'No',
          },
        ],
      }),
    );
    expect(container.querySelector('.code-mark')?.textContent).toContain('Resource');
    expect(container.querySelector('.code-error')?.textContent).toBe('"Resource"');
  });

  it('colours another language when its grammar has arrived', async () => {
    render(page({ language: 'shell', text: 'aws iam get-role --role-name x\n' }));
    expect(await screen.findByText('--role-name')).toHaveProperty('className', 'code-option');
  });
});

it('the plain JSON editor gives every change out', async () => {
  const onChange = vi.fn<(value: string) => void>();
  render(
    <>
      <JsonEditor
        path="a.json"
        value="{}"
        onChange={onChange}
        label="Policy to check"
        monaco="off"
        height="10rem"
      />
    </>,
  );
  await userEvent.type(screen.getByRole('textbox', { name: 'Policy to check' }), ' ');
  expect(onChange).toHaveBeenLastCalledWith('{} ');
});

it('the plain comparison shows the differing lines with their sign', () => {
  render(
    <>
      <DiffView
        language="json"
        original={'{\n  "a": 1\n}'}
        modified={'{\n  "a": 2\n}'}
        label="Comparison"
        originalLabel="Pasted"
        modifiedLabel="Planned"
        monaco="off"
        height="10rem"
      />
    </>,
  );
  const group = screen.getByRole('group', { name: 'Comparison' });
  expect(group.textContent).toContain('-   "a": 1');
  expect(group.textContent).toContain('+   "a": 2');
});
