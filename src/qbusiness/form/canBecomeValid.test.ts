import { describe, expect, test } from 'vitest';
import { accountIdField } from './accountId';
import { applicationIdField } from './applicationId';
import { originsField } from './origins';
import { pathField } from './path';
import { permissionsBoundaryField } from './permissionsBoundary';
import { regionField } from './region';
import { canBecomeValid } from './canBecomeValid';

describe('canBecomeValid', () => {
  test.each([
    [accountIdField, '9'],
    [accountIdField, '99988877766'],
    [regionField, 'u'],
    [regionField, 'eu-central'],
    [regionField, 'ap-southeast-'],
    [applicationIdField, 'f00d'],
    [originsField.entry, 'htt'],
    [originsField.entry, 'https://'],
    [pathField, '/team'],
    [permissionsBoundaryField, 'arn:aws:iam::999'],
  ])('$label: “%s” is a beginning', (field, text) => {
    expect(field.problem(text)).toBeDefined();
    expect(canBecomeValid(field, text)).toBe(true);
  });

  test.each([
    [accountIdField, '99a'],
    [accountIdField, '1234567890123'],
    [applicationIdField, 'arn:aws:qbusiness:us-east-1:111122223333:application/'],
    [applicationIdField, '-a'],
    [regionField, 'us east'],
    [originsField.entry, 'https://a/b'],
    [pathField, 'team'],
  ])('$label: “%s” leads nowhere', (field, text) => {
    expect(canBecomeValid(field, text)).toBe(false);
  });
});
