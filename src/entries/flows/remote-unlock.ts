export type { RemoteUnlock } from '../../flows/remote-unlock/remote-unlock'
export { remoteUnlock } from '../../flows/remote-unlock/remote-unlock'
