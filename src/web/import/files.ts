import type { Source } from '../../interop/import/source.ts';

/** A file that a person chose. */
export function sourceOfFile(file: File): Source {
  return {
    name: file.name,
    size: file.size,
    stream: () => piecesOf(file),
    from: (start) => piecesOf(file.slice(start)),
  };
}

async function* piecesOf(file: Blob): AsyncIterable<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    // Whoever has read enough lets go of the file.
    await reader.cancel();
  }
}

/** What was dropped: files, or the text that was. */
export async function droppedFiles(data: DataTransfer | null): Promise<readonly Source[]> {
  return [...(data?.files ?? [])].map(sourceOfFile);
}
