import type { Plugin } from 'vite';
import { securityHeaders, type Header } from './securityHeaders.ts';

/**
 * For files with a hash in their names, whose content never changes. Only successful responses may have
 * it: during a release, a page may request new files a moment before they exist.
 */
const forever = 'public, max-age=31536000, immutable';
/** For everything else, errors included. */
const askEachTime = 'no-cache';

/** Files of the build for those who host the page, which should not be served. */
const forHosts = ['.htaccess', '_headers', 'hosting/'];

const inQuotes = (value: string): string => `"${value.replaceAll('"', '\\"')}"`;

const escaped = (name: string): string => name.replaceAll('.', String.raw`\.`);

/**
 * Netlify and Cloudflare Pages read `_headers` from the folder that they publish. They choose headers by
 * the path alone, so that `immutable` would also go out with an error, or with the page in place of a
 * missing file. The service worker keeps the files anyway.
 */
function underscoreHeaders(headers: readonly Header[]): string {
  const lines = [...headers, { name: 'Cache-Control', value: askEachTime }];
  return `/*\n${lines.map(({ name, value }) => `  ${name}: ${value}\n`).join('')}`;
}

function nginx(headers: readonly Header[]): string {
  const lines = (indent: string) =>
    headers
      .map(({ name, value }) => `${indent}add_header ${name} ${inQuotes(value)} always;\n`)
      .join('');
  return `# Inside the server block; the page lies in the root. A location with add_header lines of its own
# has none of those around it, which is why they stand in both.
charset utf-8;
${lines('')}add_header Cache-Control "${askEachTime}" always;

location ^~ /assets/ {
  try_files $uri @missing;
${lines('  ')}  # Without "always": not with an error.
  add_header Cache-Control "${forever}";
  location ~ \\.ttf$ {
    try_files $uri @missing;
    types {}
    default_type font/ttf;
  }
}
location @missing {
  return 404;
}
location = /manifest.webmanifest {
  types {}
  default_type application/manifest+json;
}
location ~ ^/(?:${forHosts.map(escaped).join('|')}) {
  return 404;
}
`;
}

function apache(headers: readonly Header[]): string {
  const hosting = ['nginx.conf', 'Caddyfile', 'cloudfront-response-headers-policy.json'];
  return `# Apache: needs mod_headers, and AllowOverride FileInfo for this file to be read.
AddDefaultCharset utf-8
AddType application/manifest+json .webmanifest
AddType font/ttf .ttf
${headers.map(({ name, value }) => `Header always set ${name} ${inQuotes(value)}\n`).join('')}Header always set Cache-Control "${askEachTime}"
<FilesMatch "-[A-Za-z0-9_-]{8}\\.(?:js|css|ttf)$">
  # Not with an error.
  Header always set Cache-Control "${forever}" "expr=%{REQUEST_STATUS} in { '200', '206', '304' }"
</FilesMatch>
RedirectMatch 404 "/(?:_headers|${escaped('.htaccess')}|hosting/(?:${hosting.map(escaped).join('|')})?)$"
`;
}

function caddy(headers: readonly Header[]): string {
  return `# Inside the site block, beside root and file_server.
@kept {
  path /assets/*
  file
}
@asked not {
  path /assets/*
  file
}
header {
${headers.map(({ name, value }) => `  ${name} ${inQuotes(value)}\n`).join('')}}
header @kept Cache-Control "${forever}"
header @asked Cache-Control "${askEachTime}"
header /manifest.webmanifest Content-Type application/manifest+json
@forHosts path ${forHosts.map((name) => `/${name}${name.endsWith('/') ? '*' : ''}`).join(' ')}
respond @forHosts 404
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
