import type { Plugin } from 'vite';
import { securityHeaders, type Header } from './securityHeaders.ts';

/** Names with a hash never change their bytes; everything else is asked for anew each time. */
const forever = 'public, max-age=31536000, immutable';
const askEachTime = 'no-cache';

const inQuotes = (value: string): string => `"${value.replaceAll('"', '\\"')}"`;

/** Netlify and Cloudflare Pages read `_headers` from the folder that they publish. */
function underscoreHeaders(headers: readonly Header[]): string {
  const block = (path: string, lines: readonly Header[]) =>
    `${path}\n${lines.map(({ name, value }) => `  ${name}: ${value}\n`).join('')}`;
  const cached = (value: string) => [{ name: 'Cache-Control', value }];
  // No two paths with Cache-Control match the same file: these hosts would send both values.
  return [
    block('/*', headers),
    block('/', cached(askEachTime)),
    block('/index.html', cached(askEachTime)),
    block('/serviceWorker.js', cached(askEachTime)),
    block('/assets/*', cached(forever)),
  ].join('\n');
}

function nginx(headers: readonly Header[]): string {
  const lines = (cache: string) =>
    [...headers, { name: 'Cache-Control', value: cache }]
      .map(({ name, value }) => `  add_header ${name} ${inQuotes(value)} always;\n`)
      .join('');
  return `# Inside the server block; the page lies in the root. A location's add_header lines replace
# those of its surroundings, which is why they stand in both.
location / {
${lines(askEachTime)}}
location /assets/ {
${lines(forever)}}
`;
}

function apache(headers: readonly Header[]): string {
  return `# Apache: needs mod_headers, and AllowOverride FileInfo for this file to be read.
AddType application/manifest+json .webmanifest
${headers.map(({ name, value }) => `Header always set ${name} ${inQuotes(value)}\n`).join('')}Header always set Cache-Control "${askEachTime}"
<FilesMatch "-[A-Za-z0-9_-]{8}\\.(?:js|css|ttf)$">
  Header always set Cache-Control "${forever}"
</FilesMatch>
`;
}

function caddy(headers: readonly Header[]): string {
  return `# Inside the site block, beside root and file_server.
header {
${headers.map(({ name, value }) => `  ${name} ${inQuotes(value)}\n`).join('')}  Cache-Control "${askEachTime}"
}
header /assets/* Cache-Control "${forever}"
`;
}

/** For `aws cloudfront create-response-headers-policy --response-headers-policy-config file://…`. */
function cloudFront(headers: readonly Header[]): string {
  const valueOf = (wanted: string) => {
    const header = headers.find(({ name }) => name === wanted);
    if (header === undefined) throw new Error(`There is no header ${wanted}`);
    return header.value;
  };
  const fixed = new Set([
    'Content-Security-Policy',
    'Referrer-Policy',
    'X-Content-Type-Options',
    'X-Frame-Options',
  ]);
  const custom = headers.filter(({ name }) => !fixed.has(name));
  const config = {
    Name: 'qbusiness-policies',
    Comment: 'Policy Builder for Amazon Q Business anonymous access',
    SecurityHeadersConfig: {
      ContentSecurityPolicy: {
        Override: true,
        ContentSecurityPolicy: valueOf('Content-Security-Policy'),
      },
      ReferrerPolicy: { Override: true, ReferrerPolicy: valueOf('Referrer-Policy') },
      ContentTypeOptions: { Override: true },
      FrameOptions: { Override: true, FrameOption: valueOf('X-Frame-Options') },
    },
    CustomHeadersConfig: {
      Quantity: custom.length,
      Items: custom.map(({ name, value }) => ({ Header: name, Value: value, Override: true })),
    },
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}

/** The headers of the built page as common hosts want them, by file name. */
export function hostingFilesOf(html: string): ReadonlyMap<string, string> {
  const headers = securityHeaders(html);
  return new Map([
    ['_headers', underscoreHeaders(headers)],
    ['.htaccess', apache(headers)],
    ['hosting/nginx.conf', nginx(headers)],
    ['hosting/Caddyfile', caddy(headers)],
    ['hosting/cloudfront-response-headers-policy.json', cloudFront(headers)],
  ]);
}

/** Adds the files, from the same page and the same source as its meta elements. */
export function hostingFiles(): Plugin {
  return {
    name: 'hosting-files',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('The build has no index.html');
        const html = page.source.toString();
        for (const [fileName, source] of hostingFilesOf(html)) {
          this.emitFile({ type: 'asset', fileName, source });
        }
      },
    },
  };
}
