// Making a formatter of Intl takes far longer than using it: each is made once.
import type { Language } from './locales.ts';

export const REGION: Record<Language, string> = { es: 'es-CO', en: 'en-US' };

function kept<T>(make: (region: string, options: object) => T): (region: string, options: object) => T {
  const made = new Map<string, T>();
  return (region, options) => {
    const name = `${region} ${JSON.stringify(options)}`;
    const known = made.get(name) ?? make(region, options);
    made.set(name, known);
    return known;
  };
}

/** A formatter of dates for a BCP 47 tag. */
export const dateFormat: (region: string, options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat = kept(
  (region, options) => new Intl.DateTimeFormat(region, options),
);

/** A formatter of numbers for a BCP 47 tag. */
export const numberFormat: (region: string, options: Intl.NumberFormatOptions) => Intl.NumberFormat = kept(
  (region, options) => new Intl.NumberFormat(region, options),
);

/** Parts joined as a language does: «a, b y c». */
export const listFormat: (region: string, options: Intl.ListFormatOptions) => Intl.ListFormat = kept(
  (region, options) => new Intl.ListFormat(region, options),
);
