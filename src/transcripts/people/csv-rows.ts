import { CsvError, parse } from 'csv-parse/sync';
import { InputError } from '../../errors.ts';

export interface CsvRow {
  /** By lower-case column name. */
  cells: Record<string, string>;
  /** `file:line` of where the row begins. */
  where: string;
}

const REQUIRED = ['id', 'role', 'lang'];

/**
 * Rows of a CSV file with a header. Columns are parted by commas, or by semicolons or tabs as spreadsheets of many
 * countries write them; the header tells which.
 * @throws InputError with the line on which the row begins, quoted newlines counted.
 */
export const csvRows = (content: string, file: string): CsvRow[] => {
  // The parser counts a carriage return inside quotation marks as a line of its own.
  const plain = content.replace(/\r\n?/g, '\n');
  const header = plain.trimStart().split('\n', 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].find((sign) => header.includes(sign)) ?? ',';
  const [first, ...rows] = records(plain, delimiter, file);
  const columns = (first?.cells ?? []).map((column) => column.toLowerCase());
  const missing = REQUIRED.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new InputError(
      `${file}:${first?.line ?? 1}`,
      `no column ${missing.join(', ')}; the first line names the columns: id, role, unit, lang, and if wanted timezone, absent, name`,
    );
  }
  const twice = columns.find((column, index) => column !== '' && columns.indexOf(column) !== index);
  if (twice !== undefined)
    throw new InputError(`${file}:${first?.line ?? 1}`, `two columns are called "${twice}"; remove one of them`);
  return rows.map(({ cells, line }) => {
    const where = `${file}:${line}`;
    if (cells.length > columns.length) {
      throw new InputError(
        where,
        `${cells.length} cells, where the header names ${columns.length} columns; put a cell that has "${delimiter}" in it into quotation marks`,
      );
    }
    return { cells: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])), where };
  });
};

const records = (content: string, delimiter: string, file: string): { cells: string[]; line: number }[] => {
  const found: { cells: string[]; line: number }[] = [];
  let linesBefore = 0;
  try {
    parse(content, {
      delimiter,
      trim: true,
      relax_column_count: true,
      // Called with each record; returning nothing keeps the parser from gathering them a second time.
      on_record: (cells: string[], { lines }) => {
        if (cells.some((cell) => cell !== '')) found.push({ cells, line: linesBefore + 1 });
        linesBefore = lines;
        return null;
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const what = cause.code.toLowerCase().replace(/^csv_/, '').replaceAll('_', ' ');
    throw new InputError(
      `${file}:${linesBefore + 1}`,
      `not valid CSV (${what}); check the quotation marks of this row`,
      { cause },
    );
  }
  return found;
};
