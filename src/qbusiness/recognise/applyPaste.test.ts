import { describe, expect, test } from 'vitest';
import { emptyFormValues } from '../form/formValues';
import { applyPaste, pastedChanges, pastedGaps } from './applyPaste';

const form = {
  ...emptyFormValues,
  region: 'us-east-1',
  accountId: '210987654321',
  applicationId: 'a'.repeat(36),
  webExperienceId: 'b'.repeat(36),
  roleName: 'Chat',
};

describe('applyPaste', () => {
  test('changes what the paste holds and nothing else', () => {
    expect(applyPaste({ region: 'eu-west-1' }, form)).toEqual({ ...form, region: 'eu-west-1' });
    expect(applyPaste({ origins: ['https://a.example'] }, form).origins).toEqual([
      { value: 'https://a.example' },
    ]);
  });

  test('another application takes the web experience of the old one away', () => {
    expect(applyPaste({ applicationId: 'c'.repeat(36) }, form).webExperienceId).toBe('');
    expect(applyPaste({ applicationId: form.applicationId }, form)).toEqual(form);
    const both = { applicationId: 'c'.repeat(36), webExperienceId: 'd'.repeat(36) };
    expect(applyPaste(both, form)).toMatchObject(both);
  });
});

describe('pastedChanges', () => {
  test('shows before and after, in the order of the form', () => {
    const values = {
      applicationId: 'c'.repeat(36),
      region: 'eu-west-1',
      accountId: form.accountId,
    };
    expect(pastedChanges(values, form)).toEqual([
      { path: 'region', label: 'Region', before: 'us-east-1', after: 'eu-west-1' },
      {
        path: 'applicationId',
        label: 'Application ID',
        before: 'a'.repeat(36),
        after: 'c'.repeat(36),
      },
      {
        path: 'webExperienceId',
        label: 'Web experience ID',
        before: 'b'.repeat(36),
        after: '',
      },
    ]);
  });

  test('is empty where the form holds the values already', () => {
    expect(pastedChanges({ region: 'us-east-1' }, form)).toEqual([]);
  });
});

test('pastedGaps names what the paste lacks, and what stays', () => {
  expect(pastedGaps({ region: 'eu-west-1' }, { ...form, applicationId: '' })).toEqual([
    { label: 'Account ID', kept: '210987654321' },
    { label: 'Application ID', kept: '' },
  ]);
});
