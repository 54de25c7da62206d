import Holidays from 'date-holidays';
import type { IsHoliday } from './ports/holidays.ts';

/** Public holidays of a country by its law; bank and school holidays are working days here. */
export function createHolidays(): IsHoliday {
  const byYear = new Map<string, Set<string>>();
  return (country, date) => {
    const year = date.slice(0, 4);
    const key = `${country} ${year}`;
    let dates = byYear.get(key);
    if (!dates) {
      const all = new Holidays(country).getHolidays(Number(year)) ?? [];
      dates = new Set(all.filter((holiday) => holiday.type === 'public').map((holiday) => holiday.date.slice(0, 10)));
      byYear.set(key, dates);
    }
    return dates.has(date);
  };
}
