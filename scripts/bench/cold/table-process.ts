import { testTable } from '../../../test/dynalite.ts';

const { endpoint, name } = await testTable();
process.send?.({ endpoint, table: name });
