import type { NewMember } from './member'

/** Document 000, lines 520-556. */
export const sexNumbers: Readonly<Record<NonNullable<NewMember['sex']>, 1 | 2>> = {
  male: 1,
  female: 2,
}
