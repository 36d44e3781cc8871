export { issueOfflinePassword } from './issue-offline-password'
export { listOfflinePasswords } from './list-offline-passwords'
export { readDynamicPassword } from './read-dynamic-password'
export { renameOfflinePassword } from './rename-offline-password'
