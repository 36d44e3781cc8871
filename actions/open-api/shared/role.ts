import { oneOf } from '../../shared'

/** The word for 10 and the word for 20 of `userType`; there is none for the owner, who cannot be made or unmade. */
export const role = oneOf(['admin', 'normal'])
