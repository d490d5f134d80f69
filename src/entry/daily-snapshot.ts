import { Worker } from 'node:worker_threads';

const HOUR_MS = 3_600_000;

/**
 * Takes a snapshot of the database each day that the program runs, in a thread of its own: a copy of a large database
 * takes a second in which nobody should wait.
 *
 * @returns what stops it
 */
export function keepSnapshots(file: string): () => void {
  const snapshot = () => {
    const worker = new Worker(new URL('./snapshot-worker.ts', import.meta.url), { workerData: file });
    worker.on('error', (error) => console.error(`No snapshot was taken: ${error.message}`));
    worker.unref();
  };
  snapshot();
  const timer = setInterval(snapshot, HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}
