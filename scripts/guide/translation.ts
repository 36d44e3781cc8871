/** Translates the texts of a generated page. A text without a translation fails, so that no page is half translated. */
export const translatorOf =
  (translations: Readonly<Record<string, string>>, table: string) =>
  (english: string): string => {
    const translated = translations[english]
    if (translated === undefined)
      throw new Error(`${table} has no translation of "${english}". Add one.`)
    return translated
  }
