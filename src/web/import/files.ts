import { Refused } from '../../interop/import/format.ts';
import type { Source } from '../../interop/import/source.ts';

/** A file that a person chose. */
export function sourceOfFile(file: File): Source {
  return {
    name: file.name,
    size: file.size,
    stream: () => piecesOf(file, file.name),
    from: (start) => piecesOf(file.slice(start), file.name),
  };
}

async function* piecesOf(file: Blob, name: string): AsyncIterable<Uint8Array> {
  const reader = file.stream().getReader();
  const next = () =>
    reader.read().catch(() => {
      throw new Refused(`“${name}” cannot be read: it is a folder, or was moved or changed. Choose the file again.`);
    });
  try {
    for (let piece = await next(); !piece.done; piece = await next()) yield piece.value;
  } finally {
    // Whoever has read enough lets go of the file; of one that failed there is nothing left.
    await reader.cancel().catch(() => {});
  }
}

/** The files that were dropped. */
export function droppedFiles(data: DataTransfer | null): readonly Source[] {
  return [...(data?.files ?? [])].map(sourceOfFile);
}
