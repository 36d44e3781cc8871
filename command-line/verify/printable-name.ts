/** Words in camel or snake case, as the vendor writes fields; an id or a key nearly always contains more digits. */
const FIELD_NAME = /^_?[a-z]{1,20}(?:(?:_[a-z]|[A-Z])[a-z]{0,20}){0,5}$/
const MAX_LENGTH = 40

/** A name that no contract knows may be an id or a secret; one that does not look like a field is not printed. */
export const printableName = (name: string): string =>
  name.length <= MAX_LENGTH && FIELD_NAME.test(name) ? name : '(name withheld)'

/** The vendor writes codes as numbers, or as words in capitals. */
export const printableCode = (code: number | string): number | string =>
  typeof code === 'number' || /^[A-Z]{1,20}(?:_[A-Z]{1,20}){0,5}$/.test(code)
    ? code
    : '(code withheld)'
