import { ledgerContract } from './ledger-contract.ts';
import { openSqliteLedger } from './sqlite-ledger.ts';

ledgerContract('SQLite', (now) => openSqliteLedger({ file: ':memory:', now }));
