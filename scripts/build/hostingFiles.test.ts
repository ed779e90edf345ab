import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { gridStyleHash } from '../../src/theme/gridStyleHash';
import { hostingFilesOf } from './hostingFiles';
import { contentSecurityPolicy, securityHeaders } from './securityHeaders';

const script = '\n  start();\n';
const style = 'a{}';
const html = `<head><script>${script}</script><script type="module" src="./assets/page.js"></script><style data-emotion="css">${style}</style></head>`;

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const files = hostingFilesOf(html);
const headers = securityHeaders(html);

describe('the policy', () => {
  test('names the hash of each inline script and style, and nothing else that is inline', () => {
    const policy = contentSecurityPolicy(html, 'hosted');
    expect(policy).toContain(`script-src 'self' ${hashOf(script)};`);
    // Those of Emotion's empty style elements and of the one that the data grid writes are fixed.
    expect(policy).toContain(
      `style-src-elem 'self' ${hashOf('')} '${gridStyleHash}' ${hashOf(style)};`,
    );
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe');
  });

  test('has no origin at all in the single file, and lets it connect to nothing', () => {
    const policy = contentSecurityPolicy(html, 'single-file');
    expect(policy).not.toContain("'self'");
    expect(policy).not.toContain('connect-src');
    expect(policy).toContain("default-src 'none'");
  });

  test('changes with the script', () => {
    expect(contentSecurityPolicy(html.replace('start', 'stop'), 'hosted')).not.toBe(
      contentSecurityPolicy(html, 'hosted'),
    );
  });
});

describe('the files for hosts', () => {
  test('exist for Netlify and Cloudflare, Apache, nginx, Caddy and CloudFront', () => {
    expect([...files.keys()]).toEqual([
      '_headers',
      '.htaccess',
      'hosting/nginx.conf',
      'hosting/Caddyfile',
      'hosting/cloudfront-response-headers-policy.json',
    ]);
  });

  test.each([...files])('%s sends every header that has a value of its own', (_, text) => {
    // CloudFront has a switch for X-Content-Type-Options, which knows but one value.
    const values = headers.map(({ value }) => value).filter((value) => value !== 'nosniff');
    expect(values.filter((value) => !text.includes(value))).toEqual([]);
    expect(text).toContain("frame-ancestors 'none'");
  });

  test('no file is kept for ever where headers are chosen by the path alone, which an error has too', () => {
    expect(files.get('_headers')).not.toContain('immutable');
    expect(files.get('_headers')).toMatch(/^\/\*\n/);
  });

  test('no value needs quotes of its own, which would end those around it', () => {
    expect(headers.filter(({ value }) => value.includes('"'))).toEqual([]);
  });

  test('CloudFront takes what it has a field for there, and the rest as custom headers', () => {
    const policy = JSON.parse(
      files.get('hosting/cloudfront-response-headers-policy.json') ?? '',
    ) as { CustomHeadersConfig: { Quantity: number; Items: { Header: string }[] } };
    const { Quantity, Items } = policy.CustomHeadersConfig;
    expect(Items).toHaveLength(Quantity);
    expect(Items.map(({ Header }) => Header)).toEqual([
      'Permissions-Policy',
      'Cross-Origin-Opener-Policy',
      'Cross-Origin-Resource-Policy',
    ]);
  });
});
