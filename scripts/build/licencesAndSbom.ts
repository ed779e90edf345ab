import type { Plugin, ResolvedConfig } from 'vite';
import { shippedPackages, type ShippedPackage } from './shippedPackages.ts';
import project from '../../package.json' with { type: 'json' };

export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

/** Adds the licences of everything in the build, and its bill of materials in CycloneDX. */
export function licencesAndSbom(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'licences-and-sbom',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle(_, bundle) {
      const packages = shippedPackages(config.root, bundle);
      this.emitFile({ type: 'asset', fileName: noticesFile, source: notices(packages) });
      this.emitFile({
        type: 'asset',
        fileName: 'sbom.cdx.json',
        source: `${JSON.stringify(billOfMaterials(packages), undefined, 2)}\n`,
      });
    },
  };
}

/** The icon font comes within monaco-editor, whose notices do not mention it. */
const codicons = `Codicons, within monaco-editor
https://github.com/microsoft/vscode-codicons
Copyright (c) Microsoft Corporation. The icons are licensed under the Creative Commons Attribution
4.0 International Public License: https://creativecommons.org/licenses/by/4.0/legalcode`;

function notices(packages: readonly ShippedPackage[]): string {
  const rule = '='.repeat(80);
  return [
    `This page contains the packages below, each under its own licence.`,
    ...packages.map(({ name, version, license, homepage, texts }) =>
      [`${name} ${version} (${license})`, homepage, '', ...texts]
        .filter((line) => line !== undefined)
        .join('\n'),
    ),
    codicons,
  ]
    .join(`\n\n${rule}\n\n`)
    .concat('\n');
}

const purl = (name: string, version: string): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** No date and no random serial number: the same build gives the same bytes. */
function billOfMaterials(packages: readonly ShippedPackage[]): object {
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': purl(project.name, project.version),
        name: project.name,
        version: project.version,
        description: project.description,
        licenses: [{ license: { id: project.license } }],
      },
    },
    components: packages.map(({ name, version, license, homepage, integrity }) => ({
      type: 'library',
      'bom-ref': purl(name, version),
      name,
      version,
      scope: 'required',
      licenses: [{ license: { id: license } }],
      purl: purl(name, version),
      ...(integrity?.startsWith('sha512-') && {
        hashes: [
          {
            alg: 'SHA-512',
            content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex'),
          },
        ],
      }),
      ...(homepage !== undefined && {
        externalReferences: [{ type: 'website', url: homepage }],
      }),
    })),
    dependencies: [
      {
        ref: purl(project.name, project.version),
        dependsOn: packages.map(({ name, version }) => purl(name, version)),
      },
    ],
  };
}
