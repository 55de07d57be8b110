import { dayInBogota, formatDate, formatTime } from '../text/format.ts';
import type { Texts } from '../text/locales.ts';

/**
 * A moment (ISO 8601) as people in Bogotá say it: «hoy a las 2:05 p. m.», «el 3 de marzo de 2026 a las 9:10 a. m.».
 * @param today `YYYY-MM-DD` in Bogotá
 */
export function whenOf(moment: string, today: string, texts: Texts): string {
  const day = dayInBogota(moment);
  const yesterday = new Date(Date.parse(`${today}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const near = day === today ? 'today' : day === yesterday ? 'yesterday' : 'day';
  return texts.t(`history.when.${near}`, {
    time: formatTime(moment, texts.language),
    date: formatDate(day, texts.language),
  });
}
