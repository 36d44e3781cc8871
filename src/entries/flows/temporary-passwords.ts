export type { TemporaryPasswords } from '../../flows/temporary-passwords/temporary-passwords'
export { temporaryPasswords } from '../../flows/temporary-passwords/temporary-passwords'
