/** What a browser keeps as texts by their keys. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Of all tabs of this browser, and for good; where a site may keep nothing, of this page while it is open. */
export const browserStorage: TextStorage = storageOrMemory(() => localStorage);

/** Of this tab, as long as it is open; the same where a site may keep nothing. */
export const tabStorage: TextStorage = storageOrMemory(() => sessionStorage);

/**
 * A browser that blocks site data lets nobody even look at its storage: to ask for it throws.
 * https://html.spec.whatwg.org/multipage/webstorage.html#dom-localstorage-dev
 */
export function storageOrMemory(storage: () => Storage | null): TextStorage {
  try {
    return storage() ?? textsInMemory();
  } catch {
    return textsInMemory();
  }
}

function textsInMemory(): TextStorage {
  const texts = new Map<string, string>();
  return {
    get length() {
      return texts.size;
    },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
}
