import { describe, expect, it } from 'vitest';
import { expandAction, type ActionCatalogue } from './actionCatalogue';

const catalogue: ActionCatalogue = {
  asOf: '2026-09-26',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonqbusiness.html',
  services: { qbusiness: ['Chat', 'ChatSync', 'PutFeedback'] },
};

describe('the actions that a pattern reaches', () => {
  it.each([
    ['qbusiness:*', ['qbusiness:Chat', 'qbusiness:ChatSync', 'qbusiness:PutFeedback']],
    ['QBusiness:chat?*', ['qbusiness:ChatSync']],
    ['qbusiness:Nothing', []],
    ['sqs:*', undefined],
    ['*', undefined],
    ['constructor:x', undefined],
  ])('%s: %j', (pattern, expected) => {
    expect(expandAction(pattern, catalogue)).toEqual(expected);
  });
});
