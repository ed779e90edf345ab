import { expect, test, vi } from 'vitest';
import { screen } from '@testing-library/react';
import { renderInPage } from '@/app/renderInPage.testing';
import { useState } from 'react';
import { TabPanel, Tabs } from './Tabs';

const files = [
  { id: 'trust', label: 'Trust policy' },
  { id: 'cli', label: 'AWS CLI' },
  { id: 'hcl', label: 'Terraform' },
] as const;

function Files() {
  const [selected, setSelected] = useState<(typeof files)[number]['id']>('trust');
  return (
    <>
      <Tabs label="Files" idBase="f" tabs={files} selected={selected} onSelect={setSelected} />
      <TabPanel idBase="f" tab={selected}>
        {selected}
      </TabPanel>
    </>
  );
}

test('the tabs are one stop for Tab; arrows, Home and End choose and move the focus', async () => {
  const { user } = renderInPage(<Files />);
  await user.tab();
  const selected = () => {
    const tab = screen.getByRole('tab', { selected: true });
    expect(document.activeElement).toBe(tab);
    return tab.textContent;
  };
  expect(selected()).toBe('Trust policy');
  await user.keyboard('{ArrowRight}');
  expect(selected()).toBe('AWS CLI');
  await user.keyboard('{End}');
  expect(selected()).toBe('Terraform');
  await user.keyboard('{ArrowRight}');
  expect(selected()).toBe('Trust policy');
  await user.keyboard('{ArrowLeft}{Home}');
  expect(selected()).toBe('Trust policy');
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole('tabpanel', { name: 'Trust policy' }));
});

test('a tab controls the panel that it shows', async () => {
  const { user } = renderInPage(<Files />);
  await user.click(screen.getByRole('tab', { name: 'AWS CLI' }));
  const panel = screen.getByRole('tabpanel', { name: 'AWS CLI' });
  expect(panel.textContent).toBe('cli');
  const tab = screen.getByRole('tab', { selected: true });
  expect(tab.getAttribute('aria-controls')).toBe(panel.id);
});

test('other keys are left to the browser', async () => {
  const onSelect = vi.fn();
  const { user } = renderInPage(
    <Tabs label="Files" idBase="f" tabs={files} selected="trust" onSelect={onSelect} />,
  );
  await user.tab();
  await user.keyboard('x{ArrowDown}');
  expect(onSelect).not.toHaveBeenCalled();
});
