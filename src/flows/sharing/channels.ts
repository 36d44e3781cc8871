import { over } from '../shared/channel'

export const sharingChannels = {
  sharing: [/*#__PURE__*/ over('doorLock.createPermissionSharing')],
} as const
