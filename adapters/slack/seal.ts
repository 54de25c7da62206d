import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { PorrasError } from '../../src/errors.ts';

/** Keeps secrets unreadable at rest, and bound to what they are about: one cannot be put in another's place. */
export interface Seal {
  seal(text: string, about: string): string;
  /** @throws PorrasError `secret-key` when no key that we have opens it, or it was changed. */
  open(sealed: string, about: string): string;
  /** Whether it was sealed with a key that is being replaced, so that it should be sealed anew. */
  isOld(sealed: string): boolean;
}

const ALGORITHM = 'aes-256-gcm';
const VERSION = 'v1';
const IV_BYTES = 12;

/** @param secrets the one to seal with, then older ones that may still open. */
export function createSeal(secrets: readonly [string, ...string[]]): Seal {
  const keys = secrets.map(derive);
  const [current] = keys as [Key, ...Key[]];

  return {
    seal(text, about) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, current.key, iv).setAAD(Buffer.from(about));
      const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [VERSION, current.id, ...[iv, cipher.getAuthTag(), data].map((part) => part.toString('base64url'))].join(
        '.',
      );
    },
    open(sealed, about) {
      const [version, id, ...rest] = sealed.split('.');
      const [iv, tag, data] = rest.map((part) => Buffer.from(part, 'base64url'));
      const found = keys.find((key) => key.id === id);
      if (version !== VERSION || !found || !iv || !tag || !data) throw cannotOpen(about);
      try {
        const decipher = createDecipheriv(ALGORITHM, found.key, iv, { authTagLength: 16 })
          .setAAD(Buffer.from(about))
          .setAuthTag(tag);
        return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw cannotOpen(about, cause);
      }
    },
    isOld: (sealed) => sealed.split('.')[1] !== current.id,
  };
}

interface Key {
  /** Tells keys apart without telling them. */
  id: string;
  key: Buffer;
}

/** The secret is long and random (the settings see to that), so that it needs no slow stretching. */
function derive(secret: string): Key {
  const key = Buffer.from(hkdfSync('sha256', secret, 'porras', 'installations of chat platforms', 32));
  return { key, id: createHash('sha256').update(key).digest('hex').slice(0, 8) };
}

const cannotOpen = (about: string, cause?: unknown): PorrasError =>
  new PorrasError(
    'secret-key',
    `What is stored for ${about} cannot be opened: if PORRAS_SECRET_KEY was changed, set the one before it as PORRAS_SECRET_KEY_OLD; otherwise install Porras again in that workspace.`,
    { cause },
  );
