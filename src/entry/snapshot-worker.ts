import { workerData } from 'node:worker_threads';
import { localDate } from '../domain/dates.ts';
import { takeSnapshot } from '../store/sqlite-snapshot.ts';

takeSnapshot(String(workerData), localDate(new Date()));
