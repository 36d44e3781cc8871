import { oneOf } from '../../shared'

/**
 * What document 003 calls `user_type`: 1 a user of the home, 2 a user of the lock only. Wi-Fi locks take 2,
 * keep-alive and video locks know users of the home only.
 *
 * Document 000 means something else by the same name: see `userType`.
 */
export const userKind = oneOf([1, 2])
