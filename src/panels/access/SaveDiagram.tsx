import { pngOfSvg } from '@/browser/rasterize';
import { DownloadButton } from '@/ui/DownloadButton';
import type { Diagram } from './diagram';
import { diagramSvg } from './diagramSvg';

interface SaveDiagramProps {
  readonly diagram: Diagram;
  readonly title: string;
}

export function SaveDiagram({ diagram, title }: SaveDiagramProps) {
  return (
    <>
      <DownloadButton
        label="Download SVG"
        getFile={() => ({
          name: 'access.svg',
          contents: diagramSvg(diagram, title),
          mime: 'image/svg+xml',
        })}
      />
      <DownloadButton
        label="Download PNG"
        getFile={async () => ({
          name: 'access.png',
          contents: await pngOfSvg(diagramSvg(diagram, title), {
            width: diagram.width + 32,
            height: diagram.height + 32,
          }),
          mime: 'image/png',
        })}
      />
    </>
  );
}
