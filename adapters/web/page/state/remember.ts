/** What the browser remembers for this page; a browser that forbids it only forgets. */
export function recall<T>(key: string, otherwise: T): T {
  try {
    const stored = localStorage.getItem(`porras.${key}`);
    return stored === null ? otherwise : (JSON.parse(stored) as T);
  } catch {
    return otherwise;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(`porras.${key}`, JSON.stringify(value));
  } catch {
    // Full or forbidden: the page works without.
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(`porras.${key}`);
  } catch {
    // Nothing was remembered then.
  }
}

/** What is remembered under all keys that begin like this. */
export function recallAll<T>(prefix: string): T[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(`porras.${prefix}`));
    return keys.sort().map((key) => JSON.parse(localStorage.getItem(key) ?? 'null') as T);
  } catch {
    return [];
  }
}
