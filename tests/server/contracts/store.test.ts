import { afterAll, afterEach, beforeAll, describe, vi } from 'vitest';
import { mapsContract } from '../../contracts/store/maps.ts';
import { queueContract } from '../../contracts/store/queue.ts';
import { recordsContract } from '../../contracts/store/records.ts';
import { tablesContract } from '../../contracts/store/tables.ts';
import { DATABASES, type TestDatabase } from '../../helpers/stores.ts';

// Real databases and processes, beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe.each(Object.entries(DATABASES))('%s', (_, create) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await create();
  }, 60_000);
  afterEach(() => database.reset());
  afterAll(() => database.dispose());

  const open = () => database.open();
  queueContract(open);
  recordsContract(open);
  tablesContract(open);
  mapsContract(open);
});
