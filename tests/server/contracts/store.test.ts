import { afterEach, describe } from 'vitest';
import { queueContract } from '../../contracts/store/queue.ts';
import { recordsContract } from '../../contracts/store/records.ts';
import { tablesContract } from '../../contracts/store/tables.ts';
import { DATABASES, type TestDatabase } from '../../helpers/stores.ts';

describe.each(Object.entries(DATABASES))('%s', (_, create) => {
  const made: TestDatabase[] = [];
  const open = async () => {
    const database = await create();
    made.push(database);
    return database.open();
  };
  afterEach(async () => {
    for (const database of made.splice(0)) await database.dispose();
  });

  queueContract(open);
  recordsContract(open);
  tablesContract(open);
});
