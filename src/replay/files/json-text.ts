export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export const jsonLines = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
