import { urlInteger } from '../../../checks/url-values'
import { refuse } from '../../../refusal'
import type { Lock } from '../../../world/lock'

/** 1 a user of the home, 2 a user of only the lock (document 003). */
export const userKind = urlInteger({ min: 1, max: 2 })

const homeUsersOnly: readonly Lock['type'][] = ['wifi-keepalive', 'wifi-video']

/** Keep-alive and video locks have only users of the home. */
export const checkUserKind = ({ type }: Lock, kind: number): void => {
  if (kind !== 1 && homeUsersOnly.includes(type)) refuse('param is illegal', 'user_type')
}
