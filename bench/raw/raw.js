// The physical limit, by hand: one strict IndexedDB put plus one flushed OPFS append. Nothing of Said & Done is in here.
const worker = new Worker('worker.js');
const ask = (message) =>
  new Promise((resolve) => {
    worker.onmessage = (event) => resolve(event.data);
    worker.postMessage(message);
  });

const openDatabase = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('raw', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const put = (database, value) =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').add(value);
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });

/** Milliseconds of each save: a put of `bytes` bytes and a flushed append of the same. */
globalThis.measureSaves = async (times, bytes) => {
  const database = await openDatabase();
  const value = crypto.getRandomValues(new Uint8Array(bytes));
  await ask({ open: true });
  const took = [];
  for (let i = 0; i < times; i += 1) {
    const start = performance.now();
    await ask({ append: value });
    await put(database, value);
    took.push(performance.now() - start);
  }
  return took;
};
