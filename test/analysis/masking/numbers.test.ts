import { describe, expect, it } from 'vitest';
import { createMasker } from '../../../src/analysis/masking/index.ts';

const mask = (text: string): string => createMasker({ names: [] }).mask(text);

describe('phone numbers', () => {
  it.each([
    '040 123 4567',
    '040-1234567',
    '040 - 123 4567',
    '0401234567',
    '(040) 1234567',
    '040.123.4567',
    '040/1234567',

    '+358 40 123 4567',
    '+358401234567',
    '+358-40-1234567',
    '+358 (0)40 123 4567',
    '00358401234567',
    '358 40 123 4567',
    '09 123 4567',
    '09-12345678',
    '0400 123 456',
    '044 123456',
    '０４０ 123 4567',
    '040\u00a0123\u00a04567',

    '070-174 06 12',
    '0701740612',
    '+46 70 174 06 12',
    '+46(0)70-174 06 12',
    '08-465 004 12',
    '08/465 004 12',
    '0980-319 245',

    '07700 900123',
    '020 7946 0018',
    '+44 (0)20 7946 0018',
    '+1 202-555-0143',
    '(202) 555-0143',
    '001 202 555 0143',
    '+372 600 1234',
    '+49 30 23125 012',
    '+33 6 39 98 12 34',
    '+45 32 12 34 56',
    '+47 412 34 567',
  ])('%s', (number) => {
    expect(mask(`Tässä ${number}, kiitos`)).toBe('Tässä [PHONE1], kiitos');
  });

  it.each([
    ['puh. 123 4567', 'puh. [PHONE1]'],
    ['tel:+358401234567', 'tel:[PHONE1]'],
    ['puh.0401234567', 'puh.[PHONE1]'],
    ['0401234567,0501234567', '[PHONE1],[PHONE2]'],
    ['klo 9.00 040 123 4567', 'klo 9.00 [PHONE1]'],
    ['asiakas 0401234567', 'asiakas [PHONE1]'],
    ['laskutus 0401234567', 'laskutus [PHONE1]'],
    ['tilaus 040 123 4567', 'tilaus [PHONE1]'],
    ['porttitor 0401234567', 'porttitor [PHONE1]'],
    ['040 123 4567 050 765 4321', '[PHONE1] [PHONE2]'],
    ['📞040 123 4567', '📞[PHONE1]'],
    ['soita 040 123 4567:een', 'soita [PHONE1]:een'],
  ])('beside other things: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    'HEL 2026-004512',
    'dnro 0405/2026',
    '345/02.08.00/2026',
    'tilaus 0401234567',
    'order no 0701740612',
    '0405/2026',

    '01.04.2026-30.06.2026',
    '01.04.2026 klo 08.00-16.00',
    '2026-04-01T08:00:00',
    '08.00-16.00',
    '08-10 10-12 12-14',
    '1 250 000 €',
    '+12 345 678',
    '0401 kpl',
    '0,0412345',
    'huone 0412',
    'ABC-0401234567',
    'v0.40.123',
    '2.14.10',
    'RF18 5390 0754 7034',
    '00100 Helsinki',
    '091-002-0345-0006',
    'https://wiki.example/sivu?id=0405551234',
    '112',

    '01 02 03 04 05',
    '10.0.12.114',
    '123e4567-e89b-12d3-a456-426614174000',
    '1234567-8',
    '556000-1234',
    '978-951-1-23456-7',
  ])('are not %s', (text) => {
    expect(mask(`Katso ${text}, kiitos`)).toBe(`Katso ${text}, kiitos`);
  });
});

describe('identity codes', () => {
  it.each(Array.from('-YXWVUABCDEF+'))('Finnish, with the century sign %s', (sign) => {
    // Every check character, thus also the wrong ones.
    for (const check of '0123456789ABCDEFHJKLMNPRSTUVWXY') expect(mask(`010190${sign}900${check}`)).toBe('[IDCODE1]');
  });

  it.each([
    '010190-900p',
    '010190–900P',
    '010190 - 900P',
    '19900101-9810',
    '900101-9810',
    '900101+9810',
    '19900161-9866',
    '880872-9878',
    '201204129884',
    '9905159928',
    '900101-9815',
    '19900101 9810',
    '900101-T810',
  ])('%s', (code) => {
    expect(mask(`Tunnus (${code}) on tässä`)).toBe('Tunnus ([IDCODE1]) on tässä');
  });

  it('that only their name tells', () => {
    expect(mask('pnr 990515 9921')).toBe('pnr [IDCODE1]');
    expect(mask('personnummer: 199905159921')).toBe('personnummer: [IDCODE1]');
  });

  it.each([
    '991315-1234',
    '010190-1234567',
    '201305159922',
    'A010190-900P',
    '320190-900P',
    '010190G900P',
    '556000-1234',
  ])('are not %s', (text) => {
    expect(mask(text)).toBe(text);
  });
});

describe('IBANs', () => {
  it.each([
    'FI21 1234 5600 0007 85',
    'FI2112345600000785',
    'fi21 1234 5600 0007 85',
    'FI21-1234-5600-0007-85',

    'FI20 1234 5600 0007 85',
    'FI21 1234 5600 0007 8',
    'SE45 5000 0000 0583 9825 7466',
    'GB29 NWBK 6016 1331 9268 19',
    'MT84 MALT 0110 0001 2345 MTLC AST0 01S',
    'NO93 8601 1117 947',
    'FR14 2004 1010 0505 0001 3M02 606',
  ])('%s', (iban) => {
    expect(mask(`tili ${iban}, kiitos`)).toBe('tili [IBAN1], kiitos');
  });

  it.each(['FI21', 'FI21 kpl', 'ZZ21 1234 5600 0007 85', 'no12 on the list of the week', 'GB29 is a shelf'])(
    'are not %s',
    (text) => {
      expect(mask(text)).toBe(text);
    },
  );
});

describe('e-mail addresses', () => {
  it.each([
    'maija.mattila@esimerkki.fi',
    'M.M+x@a.example.co.uk',
    "o'brien@example.ie",
    'väinö@äö.fi',
    'x@example.museum',
    'maija(at)esimerkki.fi',
    'maija [ät] esimerkki [piste] fi',
    'maija.m @esimerkki.fi',
    'maija.m at esimerkki.fi',
  ])('%s', (email) => {
    expect(mask(`Mun maili on <${email}>.`)).toBe('Mun maili on <[EMAIL1]>.');
  });

  it('with what stands around them', () => {
    expect(mask('mailto:a@example.fi?subject=x, b@example.fi:lle ja c@example.fi.')).toBe(
      'mailto:[EMAIL1]?subject=x, [EMAIL2]:lle ja [EMAIL3].',
    );
  });

  it.each(['@maija', 'look at example.com', 'tavataan @ kahvila.fi', '2 kpl @ 3 €', 'a @ b', 'x@'])(
    'are not %s',
    (text) => {
      expect(mask(text)).toBe(text);
    },
  );
});
