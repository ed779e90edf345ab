import { describe, expect, test } from 'vitest';
import type { AccessReport, RequesterRow } from '@/documents/accessTexts';
import { anyApplication } from '@/qbusiness/applicationsAsked';
import { accessDiagram, diagramSvg } from './accessDiagram';

const place = { text: 0, startLine: 1, endLine: 2, effect: 'Allow' } as const;
const requester = (label: string, verdict: RequesterRow['verdict']): RequesterRow => ({
  id: label,
  label,
  isIntended: false,
  verdict,
  isRefused: false,
  conditions: ['aws:SourceAccount is 445566778899'],
  decidedBy: [{ ...place, conditions: [] }],
  doubts: [],
  isDelegated: false,
});
const report: AccessReport = {
  application: anyApplication,
  missing: [],
  documents: [],
  requesters: [requester('The service & friends', 'yesIf'), requester('Anyone', 'no')],
  actions: ['qbusiness:Chat', 'qbusiness:ChatSync'].map((action) => ({
    action,
    target: 'application',
    conditions: [],
    isRefused: false,
    verdict: action.endsWith('Sync') ? 'notDecided' : 'yes',
    decidedBy: [],
    doubts: [],
  })),
};
const words = (of: AccessReport) =>
  accessDiagram(of, 'MyRole').shapes.flatMap((shape) =>
    shape.kind === 'text' ? [shape.text] : [],
  );

describe('the diagram', () => {
  test('shows who gets in, under which condition, to what; and nobody else', () => {
    expect(words(report)).toEqual([
      'The role',
      'MyRole',
      'The service & friends',
      'aws:SourceAccount is 445566778899',
      'This application',
      'Chat',
      'ChatSync',
    ]);
  });

  test('says when there is nobody and nothing', () => {
    expect(words({ ...report, requesters: [], actions: [] })).toEqual([
      'The role',
      'MyRole',
      'Nobody that was asked about',
      'Nothing that was asked about',
    ]);
  });

  test('keeps every shape inside the picture, however much there is', () => {
    const requesters = Array.from({ length: 20 }, (_, i) =>
      requester(`Caller ${i} ${'x'.repeat(200)}`, 'notDecided'),
    );
    const { width, height, shapes } = accessDiagram({ ...report, requesters }, 'R'.repeat(64));
    for (const shape of shapes) {
      if (shape.kind === 'arrow') continue;
      expect(shape.x).toBeGreaterThanOrEqual(0);
      expect(shape.x).toBeLessThan(width);
      expect(shape.y).toBeGreaterThanOrEqual(0);
      expect(shape.y).toBeLessThan(height);
    }
  });

  test('is a file of its own that no text can break out of', () => {
    const svg = diagramSvg(accessDiagram(report, '</text><script>'), 'A <title>');
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(parsed.querySelector('parsererror, script')).toBeNull();
    expect(parsed.querySelector('title')?.textContent).toBe('A <title>');
    expect(svg).not.toContain('style=');
  });
});
