import { onTestFinished } from 'vitest';
import { newFolder } from './folder.ts';

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const { path, remove } = newFolder();
  onTestFinished(remove);
  return path;
}
