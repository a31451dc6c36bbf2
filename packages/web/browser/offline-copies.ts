/** Runs in the page: whether it has kept so many copies for when there is no network, or, with 0, none. */
export async function countsCopies(wanted: number): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('qingzhuang-offline');
    opening.onsuccess = () => resolve(opening.result);
  });
  const count = await new Promise<number>((resolve) => {
    const counting = database.transaction('copy').objectStore('copy').count();
    counting.onsuccess = () => resolve(counting.result);
  });
  database.close();
  return wanted === 0 ? count === 0 : count >= wanted;
}
