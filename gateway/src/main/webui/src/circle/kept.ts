import type { Circle } from '../archive/circle';

const NAME = 'essaim';
const STORE = 'circle';
const KEY = 'mine';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no store on this machine'));
  });
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = work(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('the store on this machine fails'));
    });
  } finally {
    database.close();
  }
}

/** Keeps the circle on this machine, for the picture: never sent, and gone with the browser's data. A browser that keeps nothing draws it without groups. */
export async function keepCircle(circle: Circle): Promise<void> {
  await inStore('readwrite', (store) => store.put(circle, KEY)).catch(() => undefined);
}

/** What was kept; null when nothing was, or this browser keeps nothing. */
export async function keptCircle(): Promise<Circle | null> {
  return inStore<Circle | undefined>('readonly', (store) => store.get(KEY) as IDBRequest<Circle | undefined>).then((kept) => kept ?? null, () => null);
}

/** Leaves nothing on this machine. */
export async function forgetCircle(): Promise<void> {
  await inStore('readwrite', (store) => store.delete(KEY)).catch(() => undefined);
}
