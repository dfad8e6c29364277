import { type ArchiveContents, LIST_NAMES, type ListName } from './reading';
import { isoOf } from './times';

/** The media type of the extract. */
export const EXTRACT = 'application/vnd.essaim.extract+json';

/** The lists that are written: not those that were not there, for an empty array would say that they are empty. */
export function writtenLists(contents: ArchiveContents): ListName[] {
  return LIST_NAMES.filter((list) =>
    list === 'followings' || contents[list].length > 0 || !contents.incomplete.includes(list));
}

/**
 * The extract as it is sent, `essaim-extract/1`. Problems stay behind: they are for the person.
 *
 * @param otherwise how old the archive is when it does not say so itself, in milliseconds since 1970
 */
export function extractOf(contents: ArchiveContents, otherwise: number): Blob {
  const written = writtenLists(contents);
  const incomplete = written.filter((list) => contents.incomplete.includes(list));
  const { xId, handle, name } = contents.owner;
  const head = {
    format: 'essaim-extract/1',
    owner: { xId: String(xId), ...(handle !== null && { handle }), ...(name !== null && { name }) },
    generatedAt: isoOf(contents.generatedAt ?? otherwise),
    ...(incomplete.length > 0 && { incomplete }),
  };
  const parts: BlobPart[] = [JSON.stringify(head).slice(0, -1)];
  for (const list of written) {
    parts.push(`,${JSON.stringify(list)}:[`);
    writeElements(contents, list, parts);
    parts.push(']');
  }
  parts.push('}');
  return new Blob(parts, { type: EXTRACT });
}

function writeElements(contents: ArchiveContents, list: ListName, parts: BlobPart[]): void {
  switch (list) {
    case 'closeness':
      return write(contents.closeness.length, (i) => `["${contents.closeness[i]}",${i + 1}]`, parts);
    case 'sightings':
      return write(contents.sightings.length, (i) => {
        const seen = contents.sightings[i];
        return seen ? JSON.stringify({ xId: String(seen.xId), handle: seen.handle, seenAt: isoOf(seen.seenAt) }) : '';
      }, parts);
    default: {
      const ids = contents[list];
      return write(ids.length, (i) => `"${ids[i]}"`, parts);
    }
  }
}

/** Elements in pieces, so that no text grows with the list. */
function write(count: number, element: (index: number) => string, parts: BlobPart[]): void {
  const piece = 10_000;
  for (let start = 0; start < count; start += piece) {
    const elements: string[] = [];
    for (let i = start; i < Math.min(count, start + piece); i++) elements.push(element(i));
    parts.push((start > 0 ? ',' : '') + elements.join(','));
  }
}
