import { expect, it } from 'vitest';
import { holdsAddress } from '../../src/domain/holds-address.ts';

it.each(['soita 040 123 4567', 'maija@example.org', 'see https://example.org/x', 'www.example.org', '+358401234567'])(
  '%s',
  (text) => {
    expect(holdsAddress(text)).toBe(true);
  },
);

it.each(['kello 15.40', 'vuonna 2009', 'palvelupyyntö nro 48813', '12 e', 'kohta 3, sivu 14', 'it @ work'])(
  'not %s',
  (text) => {
    expect(holdsAddress(text)).toBe(false);
  },
);
