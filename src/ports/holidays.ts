/** Whether a local calendar date (YYYY-MM-DD) is a public holiday in a country (ISO 3166-1 code). */
export type IsHoliday = (country: string, date: string) => boolean;
