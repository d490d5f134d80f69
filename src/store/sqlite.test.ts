import { storeContract } from './contract.ts';
import { openSqlite } from './sqlite.ts';

storeContract('SQLite', (options) => openSqlite({ file: ':memory:', ...options }));
