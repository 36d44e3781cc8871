export type { OfflinePasswords } from '../../flows/offline-passwords/offline-passwords'
export { offlinePasswords } from '../../flows/offline-passwords/offline-passwords'
