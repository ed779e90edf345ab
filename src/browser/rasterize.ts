/**
 * Draws an SVG image as PNG, at twice its size for sharp print.
 *
 * @throws Error if the browser cannot draw it.
 */
export async function pngOfSvg(
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image(width, height);
  // A `data:` address, which the page's Content-Security-Policy lets images have.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) throw new Error('The browser made no PNG of the diagram');
  return new Uint8Array(await blob.arrayBuffer());
}
